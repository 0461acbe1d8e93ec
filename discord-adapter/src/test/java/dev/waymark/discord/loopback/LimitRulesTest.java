package dev.waymark.discord.loopback;

import static dev.waymark.discord.loopback.Bodies.button;
import static dev.waymark.discord.loopback.Bodies.component;
import static dev.waymark.discord.loopback.Bodies.components;
import static dev.waymark.discord.loopback.Bodies.embed;
import static dev.waymark.discord.loopback.Bodies.fields;
import static dev.waymark.discord.loopback.Bodies.link;
import static dev.waymark.discord.loopback.Bodies.message;
import static dev.waymark.discord.loopback.Bodies.option;
import static dev.waymark.discord.loopback.Bodies.options;
import static dev.waymark.discord.loopback.Bodies.picture;
import static dev.waymark.discord.loopback.Bodies.row;
import static dev.waymark.discord.loopback.Bodies.select;
import static dev.waymark.discord.loopback.Bodies.text;
import static dev.waymark.discord.loopback.Bodies.version2;
import static dev.waymark.discord.loopback.Bodies.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is too long, too large or too much is refused and noted. */
class LimitRulesTest extends RulesTestCase {

  static Stream<Arguments> tooMuch() {
    return Stream.of(
        limit("content", body -> body.put("content", x(2_001))),
        limit("content of letters outside the plane", b -> b.put("content", "😀".repeat(2_001))),
        limit("nonce", body -> body.put("nonce", x(26))),
        limit("flags", body -> body.put("flags", 1 << 1)),
        limit("embed title", body -> embed(body).put("title", x(257))),
        limit("embed description", body -> embed(body).put("description", x(4_097))),
        limit("embed footer", b -> embed(b).putObject("footer").put("text", x(2_049))),
        limit("embed author", b -> embed(b).putObject("author").put("name", x(257))),
        limit("embed url", b -> embed(b).put("title", "t").put("url", "ftp://e.test")),
        limit("26 embed fields", body -> fields(embed(body), 26, "n", "v")),
        limit("embed field name", body -> fields(embed(body), 1, x(257), "v")),
        limit("embed field value", body -> fields(embed(body), 1, "n", x(1_025))),
        limit("empty embed field", body -> fields(embed(body), 1, "", "v")),
        limit(
            "11 embeds",
            body -> IntStream.range(0, 11).forEach(i -> embed(body).put("title", "t"))),
        limit(
            "6,000 in all embeds",
            body -> {
              embed(body).put("description", x(3_000));
              fields(embed(body), 3, x(10), x(991));
            }),
        limit("6 rows", body -> IntStream.range(0, 6).forEach(i -> button(row(body), "b" + i))),
        limit(
            "6 buttons in a row",
            body -> {
              ArrayNode row = row(body);
              IntStream.range(0, 6).forEach(i -> button(row, "b" + i));
            }),
        limit("empty row", Bodies::row),
        limit("button label", body -> button(row(body), "b").put("label", x(81))),
        limit("button without label", body -> button(row(body), "b").remove("label")),
        limit("custom id", body -> button(row(body), x(101))),
        limit("no custom id", body -> button(row(body), "b").remove("custom_id")),
        limit(
            "the same custom id twice",
            body -> {
              button(row(body), "same");
              button(row(body), "same");
            }),
        limit("link address", body -> link(row(body)).put("url", "https://e.test/" + x(512))),
        limit("link with custom id", body -> link(row(body)).put("custom_id", "c")),
        limit("26 options", body -> options(select(row(body)), 26)),
        limit("no option", body -> options(select(row(body)), 0)),
        limit("option label", b -> option(select(row(b)), x(101), "v")),
        limit("option value", b -> option(select(row(b)), "l", x(101))),
        limit(
            "the same option twice",
            body -> {
              ObjectNode select = select(row(body));
              option(select, "a", "same");
              option(select, "b", "same");
            }),
        limit("placeholder", b -> options(select(row(b)).put("placeholder", x(151)), 1)),
        limit("text display without version 2", body -> text(components(body), "t")),
        limit("version 2 with content", body -> text(components(version2(body)), "t")),
        limit(
            "version 2 with embed",
            b -> {
              embed(version2(b)).put("title", "t");
              b.put("content", "");
              text(components(b), "t");
            }),
        limit(
            "41 components",
            b -> {
              ArrayNode all = components(version2(b).put("content", ""));
              IntStream.range(0, 41).forEach(i -> text(all, "t"));
            }),
        limit(
            "4,000 in all texts",
            b -> {
              ArrayNode all = components(version2(b).put("content", ""));
              text(all, x(2_000));
              text(all, x(2_001));
            }),
        limit(
            "4 texts in a section",
            b -> {
              ObjectNode section = component(components(version2(b).put("content", "")), 9);
              ArrayNode texts = section.putArray("components");
              IntStream.range(0, 4).forEach(i -> text(texts, "t"));
              button(section, "accessory", "b");
            }),
        limit(
            "section without accessory",
            b -> {
              ObjectNode section = component(components(version2(b).put("content", "")), 9);
              text(section.putArray("components"), "t");
            }),
        limit(
            "container in a container",
            b -> {
              ObjectNode outer = component(components(version2(b).put("content", "")), 17);
              text(component(outer.putArray("components"), 17).putArray("components"), "t");
            }),
        limit(
            "11 pictures",
            b -> {
              ObjectNode gallery = component(components(version2(b).put("content", "")), 12);
              ArrayNode items = gallery.putArray("items");
              IntStream.range(0, 11).forEach(i -> picture(items, "d"));
            }),
        limit(
            "alternative text of a gallery",
            b -> {
              ObjectNode gallery = component(components(version2(b).put("content", "")), 12);
              picture(gallery.putArray("items"), x(1_025));
            }));
  }

  private static Arguments limit(String name, Consumer<ObjectNode> change) {
    return Arguments.of(name, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tooMuch")
  void whatIsTooMuchIsRefused(String name, Consumer<ObjectNode> change) {
    ObjectNode body = message("x");
    change.accept(body);

    RawBot.Answer answer = bot.post(messages, body);

    assertThat(answer.status()).as("%s", answer.json()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(50_035);
    assertThat(answer.json().path("errors")).isNotEmpty();
    // Some of it the specification knows as well.
    assertThat(discord.violations())
        .singleElement()
        .satisfies(v -> assertThat(v.rule()).isIn(Rule.LIMIT, Rule.BODY));
    assertThat(discord.recorded().messages()).isEmpty();
    assertThatThrownBy(() -> Limits.checkMessage(body, Map.of(), 0, true))
        .as("without the specification")
        .isInstanceOf(ApiError.class);
  }

  @Test
  void aFieldOfAnotherTypeIsRefused() {
    assumeTrue(Spec.isHere(), "Discord's specification is not beside the project");
    ObjectNode body = message("x");
    body.put("embeds", "none");

    assertBroken(bot.post(messages, body), Rule.BODY, 400, 50_035);
  }

  @Test
  void whatIsNoJsonIsRefused() {
    RawBot.Answer answer =
        bot.send(
            bot.request(messages)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{"))
                .build());

    assertBroken(answer, Rule.BODY, 400, 50_109);
  }

  @Test
  void anEmptyMessageIsRefused() {
    assertBroken(bot.post(messages, message(" ")), Rule.LIMIT, 400, 50_006);
  }

  @Test
  void aLongAlternativeTextIsRefused() {
    ObjectNode body = message("x");
    body.putArray("attachments").addObject().put("id", "0").put("description", x(1_025));

    assertThat(bot.post(messages, body, "a.png", new byte[10]).code()).isEqualTo(50_035);
    assertThat(discord.violations()).hasSize(1);
  }

  @Test
  void anAttachmentWithoutAFileIsRefused() {
    ObjectNode body = message("x");
    body.putArray("attachments").addObject().put("id", "1").put("filename", "b.png");

    assertBroken(bot.post(messages, body, "a.png", new byte[10]), Rule.LIMIT, 400, 50_035);
  }

  @Test
  void aRequestOfMoreThan25MegabytesIsRefused() {
    RawBot.Answer answer = bot.post(messages, message("x"), "a.png", new byte[Limits.MOST_BYTES]);

    assertBroken(answer, Rule.LIMIT, 413, 40_005);
  }

  @Test
  void theFlagOfVersion2CannotBeTakenAway() {
    ObjectNode body = version2(message(""));
    text(components(body), "t");
    String id = bot.post(messages, body).json().path("id").asText();
    ObjectNode edit = Json.object().put("flags", 0);
    edit.putObject("allowed_mentions").putArray("parse");

    RawBot.Answer answer = bot.send("PATCH", messages + "/" + id, edit);

    assertBroken(answer, Rule.LIMIT, 400, 50_035);
  }
}
