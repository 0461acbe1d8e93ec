package dev.waymark.slack.loopback;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;
import static dev.waymark.slack.loopback.TestBot.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.model.assistant.SuggestedPrompt;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AssistantThreadStartedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.view.View;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that people can do, answered by a real Bolt in both modes. */
class ConversationTest extends LoopbackTestCase {

  private static final List<LayoutBlock> STEP =
      asBlocks(
          section(s -> s.text(markdownText("*Step 3*"))),
          actions(
              asElements(button(b -> b.actionId("done").text(plainText("Done")).value("step-3")))));
  private static final View MODAL =
      view(
          v ->
              v.type("modal")
                  .callbackId("placement")
                  .title(viewTitle(t -> t.type("plain_text").text("Placement")))
                  .submit(viewSubmit(t -> t.type("plain_text").text("Send")))
                  .close(viewClose(t -> t.type("plain_text").text("Close")))
                  .blocks(
                      asBlocks(
                          input(
                              i ->
                                  i.blockId("years")
                                      .label(plainText("Years"))
                                      .element(plainTextInput(p -> p.actionId("count")))))));
  private static final View HOME = view(v -> v.type("home").blocks(STEP));

  private final LoopbackSlack slack = start();
  private final Member ana = slack.workspace().member("ana");

  private static void run(TestBot bot, boolean http) throws Exception {
    if (http) {
      assertThat(bot.listen().statuses()).isEmpty();
    } else {
      bot.connect();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aMentionIsAnsweredInItsThreadAndComesAsTwoEvents(boolean http) throws Exception {
    TestBot bot = bot(slack);
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    bot.app()
        .event(
            AppMentionEvent.class,
            (payload, ctx) -> {
              var event = payload.getEvent();
              heard.add(event.getText());
              String thread = event.getThreadTs() == null ? event.getTs() : event.getThreadTs();
              call(
                  () ->
                      ctx.client()
                          .chatPostMessage(
                              r ->
                                  r.channel(event.getChannel())
                                      .threadTs(thread)
                                      .text("Step 3")
                                      .blocks(STEP)));
              return ctx.ack();
            });
    bot.app()
        .event(
            MessageEvent.class,
            (payload, ctx) -> {
              heard.add("message");
              return ctx.ack();
            });
    run(bot, http);

    SentMessage asked = ana.mentions("#general", "a < b & c?");
    SeenMessage reply = asked.await();

    assertThat(reply.thread()).contains(asked.ts());
    assertThat(reply.text()).isEqualTo("*Step 3*\nDone");
    assertThat(reply.fallback()).isEqualTo("Step 3");
    assertThat(reply.buttons()).containsExactly("done");
    assertThat(reply.ephemeral()).isFalse();
    assertThat(ana.mentionsIn(reply, "again").await().thread()).contains(asked.ts());
    slack.deliveries().settle();
    assertThat(heard)
        .contains("<@" + slack.botUserId() + "> a &lt; b &amp; c?", "message")
        .hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCommandIsAnsweredPrivatelyAndAButtonChangesTheMessage(boolean http) throws Exception {
    TestBot bot = bot(slack);
    bot.app()
        .command(
            "/waymark",
            (request, ctx) -> {
              call(() -> ctx.respond(r -> r.text("Step 3").blocks(STEP)));
              return ctx.ack();
            });
    bot.app()
        .blockAction(
            "done",
            (request, ctx) -> {
              assertThat(request.getPayload().getMessage()).isNull();
              String value = request.getPayload().getActions().getFirst().getValue();
              call(() -> ctx.respond(r -> r.replaceOriginal(true).text("Did " + value)));
              return ctx.ack();
            });
    run(bot, http);

    Interaction used = ana.command("/waymark", "next");
    SeenMessage reply = used.await();
    SeenMessage after = ana.press(reply, "done").await();

    assertThat(used.acknowledged().payload()).isEmpty();
    assertThat(reply.ephemeral()).isTrue();
    assertThat(after.ts()).isEqualTo(reply.ts());
    assertThat(after.text()).isEqualTo("Did step-3");
    assertThat(after.edits()).isEqualTo(1);
    Member ben = slack.workspace().member("ben");
    assertThatThrownBy(() -> ben.press(after, "done")).hasMessageContaining("does not see");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aModalIsFilledInRefusedAndSent(boolean http) throws Exception {
    TestBot bot = bot(slack);
    bot.app()
        .command(
            "/waymark",
            (request, ctx) -> {
              call(() -> ctx.client().viewsOpen(r -> r.triggerId(ctx.getTriggerId()).view(MODAL)));
              return ctx.ack("A form for you");
            });
    bot.app()
        .viewSubmission(
            "placement",
            (request, ctx) -> {
              var state = request.getPayload().getView().getState().getValues();
              boolean many = state.toString().contains("many");
              return many ? ctx.ackWithErrors(Map.of("years", "A number, please")) : ctx.ack();
            });
    run(bot, http);

    Interaction used = ana.command("/waymark", "placement");
    SeenView modal = used.modal();

    assertThat(used.await().text()).isEqualTo("A form for you");
    assertThat(modal.title()).isEqualTo("Placement");
    assertThat(modal.inputs()).containsExactly("count");
    assertThatThrownBy(() -> ana.submits(modal, Map.of())).hasMessageContaining("filled in");
    assertThat(ana.submits(modal, Map.of("count", "many")).errors())
        .containsEntry("years", "A number, please");
    assertThat(slack.modal(ana)).isPresent();
    assertThat(ana.submits(modal, Map.of("count", "3")).errors()).isEmpty();
    assertThat(slack.modal(ana)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theHomeIsPublishedAndItsButtonPublishesItAnew(boolean http) throws Exception {
    TestBot bot = bot(slack);
    bot.app()
        .event(
            AppHomeOpenedEvent.class,
            (payload, ctx) -> {
              call(
                  () ->
                      ctx.client()
                          .viewsPublish(r -> r.userId(payload.getEvent().getUser()).view(HOME)));
              return ctx.ack();
            });
    bot.app()
        .blockAction(
            "done",
            (request, ctx) -> {
              String hash = request.getPayload().getView().getHash();
              var user = request.getPayload().getUser().getId();
              call(() -> ctx.client().viewsPublish(r -> r.userId(user).hash(hash).view(HOME)));
              return ctx.ack();
            });
    run(bot, http);

    SeenView home = ana.opensHome().home();
    SeenView next = ana.press(home, "done").home();

    assertThat(home.text()).isEqualTo("*Step 3*\nDone");
    assertThat(next.id()).isEqualTo(home.id());
    assertThat(next.hash()).isNotEqualTo(home.hash());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theAssistantSuggestsAnswersAndNamesTheThread(boolean http) throws Exception {
    TestBot bot = bot(slack);
    bot.app()
        .event(
            AssistantThreadStartedEvent.class,
            (payload, ctx) -> {
              var thread = payload.getEvent().getAssistantThread();
              call(
                  () ->
                      ctx.client()
                          .assistantThreadsSetSuggestedPrompts(
                              r ->
                                  r.channelId(thread.getChannelId())
                                      .threadTs(thread.getThreadTs())
                                      .prompts(
                                          List.of(
                                              SuggestedPrompt.builder()
                                                  .title("Next?")
                                                  .message("What next?")
                                                  .build()))));
              return ctx.ack();
            });
    bot.app()
        .event(
            MessageEvent.class,
            (payload, ctx) -> {
              var event = payload.getEvent();
              String channel = event.getChannel();
              String thread = event.getThreadTs();
              call(
                  () ->
                      ctx.client()
                          .assistantThreadsSetStatus(
                              r -> r.channelId(channel).threadTs(thread).status("looks it up")));
              call(
                  () ->
                      ctx.client()
                          .assistantThreadsSetTitle(
                              r -> r.channelId(channel).threadTs(thread).title(event.getText())));
              call(
                  () ->
                      ctx.client()
                          .chatPostMessage(r -> r.channel(channel).threadTs(thread).text("Git")));
              return ctx.ack();
            });
    run(bot, http);

    AssistantPane pane = ana.opensAssistant();
    SeenMessage reply = pane.presses(pane.prompts().getFirst()).await();

    assertThat(reply.text()).isEqualTo("Git");
    assertThat(pane.title()).isEqualTo("What next?");
    assertThat(pane.statuses()).containsExactly("looks it up", "");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aShortcutIsAnsweredInTheThreadWithAPicture(boolean http) throws Exception {
    TestBot bot = bot(slack);
    bot.app()
        .messageShortcut(
            "answer_this",
            (request, ctx) -> {
              var payload = request.getPayload();
              call(
                  () ->
                      ctx.client()
                          .filesUploadV2(
                              r ->
                                  r.channel(payload.getChannel().getId())
                                      .threadTs(payload.getMessageTs())
                                      .initialComment(payload.getMessage().getText())
                                      .filename("way.png")
                                      .altTxt("Two of three steps done")
                                      .fileData("PNG".getBytes(StandardCharsets.UTF_8))));
              return ctx.ack();
            });
    run(bot, http);

    SentMessage said = ana.says("#general", "How far am I?");
    SeenMessage reply = ana.shortcut("answer_this", said).await();

    assertThat(reply.text()).isEqualTo("How far am I?");
    assertThat(reply.thread()).contains(said.ts());
    assertThat(reply.files()).containsKey("way.png");
    assertThat(reply.json().path("files").path(0).path("alt_txt").asText())
        .isEqualTo("Two of three steps done");
  }
}
