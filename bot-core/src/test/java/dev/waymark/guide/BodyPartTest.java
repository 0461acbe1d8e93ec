package dev.waymark.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BodyPartTest {

  private static BodyPart.Piece piece(String markdown, String... sentences) {
    return new BodyPart.Piece(markdown, List.of(sentences));
  }

  @Test
  @DisplayName("a paragraph is a part, with its marks and without")
  void paragraphs() {
    assertThat(BodyPart.of("**Why?** Bees `hum`\nall day.\n\nThen they rest."))
        .containsExactly(
            new BodyPart(
                Optional.empty(),
                BodyPart.Kind.PROSE,
                List.of(piece("**Why?** Bees `hum`\nall day.", "Why?", "Bees hum all day."))),
            new BodyPart(
                Optional.empty(),
                BodyPart.Kind.PROSE,
                List.of(piece("Then they rest.", "Then they rest."))));
  }

  @Test
  @DisplayName("a list is a part with the heading and the line that lead to it, entry by entry")
  void lists() {
    String body =
        """
        ## Hives

        What you need:

        - A **box**. A lid.
          With holes.
          - inside: frames
        - Bees

        1. Wait
        2. Harvest
        """;

    assertThat(BodyPart.of(body))
        .containsExactly(
            new BodyPart(
                Optional.of(piece("## Hives\n\nWhat you need:", "Hives", "What you need:")),
                BodyPart.Kind.LIST,
                List.of(
                    piece(
                        "- A **box**. A lid.\n  With holes.\n  - inside: frames",
                        "A box.",
                        "A lid.",
                        "With holes.",
                        "inside: frames"),
                    piece("- Bees", "Bees"))),
            new BodyPart(
                Optional.empty(),
                BodyPart.Kind.NUMBERED_LIST,
                List.of(piece("1. Wait", "Wait"), piece("2. Harvest", "Harvest"))));
  }

  @Test
  @DisplayName("code is code, HTML and lines across are no part, a last heading is one")
  void others() {
    String body = "<div>x</div>\n\n---\n\n```\nhum()\n```\n\n    hive()\n\n> Rest.\n\n# The end";

    assertThat(BodyPart.of(body))
        .extracting(BodyPart::kind, p -> p.pieces().getFirst().markdown())
        .containsExactly(
            tuple(BodyPart.Kind.CODE, "```\nhum()\n```"),
            tuple(BodyPart.Kind.CODE, "    hive()"),
            tuple(BodyPart.Kind.PROSE, "> Rest."),
            tuple(BodyPart.Kind.PROSE, "# The end"));
    assertThat(BodyPart.of("")).isEmpty();
  }

  @Test
  @DisplayName("the parts have the sentences of the whole body, in order")
  void sentences() {
    String body =
        "One. Two.\n\nLead:\n\n1) three\n\n   and four\n2) five\n\n> six\n\n```\nseven\n```";

    assertThat(
            BodyPart.of(body).stream()
                .flatMap(
                    p ->
                        Stream.concat(p.lead().stream(), p.pieces().stream())
                            .flatMap(s -> s.sentences().stream())))
        .containsExactlyElementsOf(
            PlainText.blocks(body).stream().flatMap(b -> PlainText.sentences(b).stream()).toList());
  }
}
