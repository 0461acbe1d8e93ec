package dev.waymark.discord.loopback;

import static dev.waymark.discord.loopback.Bodies.commandOption;
import static dev.waymark.discord.loopback.Bodies.commandOptions;
import static dev.waymark.discord.loopback.Bodies.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A list of commands that Discord would not take is refused and noted. */
class CommandRulesTest extends RulesTestCase {

  private static Arguments change(String name, UnaryOperator<ObjectNode> change) {
    return Arguments.of(name, change);
  }

  private static ObjectNode subcommand(ObjectNode in, String name) {
    return commandOption(in, name).put("type", 1);
  }

  static Stream<Arguments> badCommands() {
    return Stream.of(
        change("name in capitals", c -> c.put("name", "Ask")),
        change("name with a space", c -> c.put("name", "a b")),
        change("long name", c -> c.put("name", x(33))),
        change("no description", c -> c.without("description")),
        change("long description", c -> c.put("description", x(101))),
        change("26 options", c -> commandOptions(c, 26)),
        change(
            "26 choices",
            c -> {
              ObjectNode option = commandOption(c, "o");
              ArrayNode choices = option.putArray("choices");
              IntStream.range(0, 26)
                  .forEach(i -> choices.addObject().put("name", "n" + i).put("value", "v" + i));
              return c;
            }),
        change(
            "choices and suggestions",
            c -> {
              ObjectNode option = commandOption(c, "o").put("autocomplete", true);
              option.putArray("choices").addObject().put("name", "n").put("value", "v");
              return c;
            }),
        change(
            "the same option twice",
            c -> {
              commandOption(c, "o");
              commandOption(c, "o");
              return c;
            }),
        change(
            "26 subcommands",
            c -> {
              IntStream.range(0, 26).forEach(i -> subcommand(c, "s" + i));
              return c;
            }),
        change(
            "subcommands beside options",
            c -> {
              subcommand(c, "s");
              commandOption(c, "o");
              return c;
            }),
        change(
            "a subcommand in a subcommand",
            c -> {
              subcommand(subcommand(c, "s"), "t");
              return c;
            }),
        change(
            "a subcommand in capitals",
            c -> {
              subcommand(c, "On");
              return c;
            }),
        change(
            "26 options of a subcommand",
            c -> {
              commandOptions(subcommand(c, "s"), 26);
              return c;
            }),
        change(
            "of a subcommand required after optional",
            c -> {
              ObjectNode subcommand = subcommand(c, "s");
              commandOption(subcommand, "o");
              commandOption(subcommand, "p").put("required", true);
              return c;
            }),
        change(
            "required after optional",
            c -> {
              commandOption(c, "o");
              commandOption(c, "p").put("required", true);
              return c;
            }),
        change(
            "more than 8,000 characters",
            c -> {
              for (int i = 0; i < 5; i++) {
                ArrayNode choices = commandOption(c, "o" + i).putArray("choices");
                for (int j = 0; j < 20; j++) {
                  choices.addObject().put("name", j + x(80)).put("value", j + x(80));
                }
              }
              return c;
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badCommands")
  void aBadCommandIsRefused(String name, UnaryOperator<ObjectNode> change) {
    ObjectNode command = Json.object().put("name", "ask").put("description", "d").put("type", 1);
    ArrayNode commands = Json.array().add(change.apply(command));

    RawBot.Answer answer =
        bot.send("PUT", "applications/" + discord.botId() + "/commands", commands);

    assertThat(answer.code()).as("%s", answer.json()).isEqualTo(50_035);
    assertThat(discord.violations()).hasSize(1);
    assertThat(discord.recorded().registrations()).isEmpty();
    assertThatThrownBy(() -> CommandLimits.check(commands)).isInstanceOf(ApiError.class);
  }

  @Test
  void twoCommandsOfOneNameAreRefused() {
    ObjectNode command = Json.object().put("name", "ask").put("description", "d").put("type", 1);

    RawBot.Answer answer =
        bot.send(
            "PUT",
            "applications/" + discord.botId() + "/commands",
            Json.array().add(command).add(command.deepCopy()));

    assertBroken(answer, Rule.LIMIT, 400, 50_035);
  }
}
