package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A message as a person sees it at one moment.
 *
 * @param id Discord's id of it
 * @param channel the name of the channel, the thread or the conversation ({@code @ana})
 * @param ephemeral whether only the person it answers sees it
 * @param json the whole message as Discord keeps it, after all edits
 * @param sent the body that the bot sent last for it: what a golden file holds
 * @param files the attached files by name
 * @param edits how often it was edited since it could be seen
 */
public record SeenMessage(
    String id,
    String channel,
    boolean ephemeral,
    JsonNode json,
    JsonNode sent,
    Map<String, byte[]> files,
    int edits) {

  /** The plain text, without embeds and components. */
  public String content() {
    return json.path("content").asText();
  }

  /** All words that can be read in it, in their order, a line each. */
  public String text() {
    Stream<String> embeds = Json.list(json.path("embeds")).stream().flatMap(SeenMessage::words);
    Stream<String> texts =
        Components.all(json.path("components"))
            .filter(component -> component.path("type").asInt() == Components.TEXT_DISPLAY)
            .map(component -> component.path("content").asText());
    return String.join(
        "\n",
        Stream.of(Stream.of(content()), embeds, texts)
            .flatMap(words -> words)
            .filter(line -> !line.isEmpty())
            .toList());
  }

  /** The custom ids of its buttons, in their order. */
  public List<String> buttons() {
    return Components.all(json.path("components"))
        .filter(component -> component.path("type").asInt() == Components.BUTTON)
        .filter(component -> component.has("custom_id"))
        .map(component -> component.path("custom_id").asText())
        .toList();
  }

  /** The labels of its buttons, links too, in their order. */
  public List<String> buttonLabels() {
    return Components.all(json.path("components"))
        .filter(component -> component.path("type").asInt() == Components.BUTTON)
        .map(component -> component.path("label").asText())
        .toList();
  }

  private static Stream<String> words(JsonNode embed) {
    Stream<String> head =
        Stream.of(
            embed.path("author").path("name").asText(),
            embed.path("title").asText(),
            embed.path("description").asText());
    Stream<String> fields =
        Json.list(embed.path("fields")).stream()
            .flatMap(field -> Stream.of(field.path("name").asText(), field.path("value").asText()));
    Stream<String> foot = Stream.of(embed.path("footer").path("text").asText());
    return Stream.of(head, fields, foot).flatMap(words -> words);
  }
}
