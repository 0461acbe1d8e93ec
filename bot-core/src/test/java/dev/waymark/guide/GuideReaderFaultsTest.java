package dev.waymark.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideReaderFaultsTest {

  @TempDir Path temp;
  private GuideFolder guide;

  @BeforeEach
  void writeGuide() {
    guide = GuideFolder.withOneSection(temp);
  }

  @Nested
  @DisplayName("Of a folder that is no guide, one sentence says so:")
  class NoGuide {

    @Test
    void missing() {
      assertThat(new GuideFolder(temp.resolve("nowhere")).readFaults())
          .containsExactly(
              "guide: is missing: name a guide's folder, such as data/backend-systems-developer");
    }

    @Test
    void aFile() throws IOException {
      Path file = Files.writeString(temp.resolve("x"), "text");

      GuideReader.Result result = GuideReader.lint(file, Optional.empty());

      assertThat(result.usable()).isFalse();
      assertThat(result.faults())
          .extracting(Fault::what)
          .containsExactly(
              "is no folder: name a guide's folder, such as data/backend-systems-developer");
    }

    @Test
    void empty() throws IOException {
      Path folder = Files.createDirectory(temp.resolve("empty"));

      assertThat(GuideReader.lint(folder, Optional.empty()).faults())
          .extracting(Fault::what)
          .containsExactly(
              "is empty: a guide has a guide.yaml and a section or more, such as"
                  + " faq/first-question.md");
    }

    @Test
    void theFolderOfGuides() {
      assertThat(GuideReader.lint(temp, Optional.empty()).faults())
          .extracting(Fault::toString)
          .containsExactly(
              temp
                  + "/guide.yaml: is missing: name a guide's own folder, such as "
                  + temp
                  + "/guide");
    }

    @Test
    void noSections() throws IOException {
      Files.delete(guide.path().resolve("faq/first.md"));

      assertThat(guide.lintFaults())
          .containsExactly("guide: holds no sections: add one, such as faq/first-question.md");
    }

    @Test
    void aLinkToItself() throws IOException {
      Path loop = temp.resolve("loop");
      Files.createSymbolicLink(loop, loop);

      assertThat(GuideReader.lint(loop, Optional.empty()).faults())
          .extracting(Fault::what)
          .containsExactly(
              "is no folder: name a guide's folder, such as data/backend-systems-developer");
    }
  }

  @Nested
  @DisplayName("Of a file that cannot be read, one sentence says why:")
  class BadFile {

    @Test
    void huge() throws IOException {
      try (var file = new RandomAccessFile(path("faq/huge.md").toFile(), "rw")) {
        file.setLength(50_000_000);
      }

      assertThat(guide.readFaults())
          .containsExactly(
              "guide/faq/huge.md: has 50,000,000 bytes and is not read: split it, a file may have"
                  + " 2,000,000");
    }

    @Test
    void aFolder() throws IOException {
      Files.createDirectory(path("faq/folder.md"));

      assertThat(guide.readFaults())
          .containsExactly("guide/faq/folder.md: is a folder with the name of a file: rename it");
      assertThat(guide.read().usable()).isTrue();
    }

    @Test
    void binary() throws IOException {
      Files.write(path("faq/binary.md"), new byte[] {'-', '-', '-', 0, 0});

      assertThat(guide.readFaults())
          .containsExactly(
              "guide/faq/binary.md: is no text: save it as UTF-8, or move it out of the guide");
    }

    @Test
    void otherEncoding() throws IOException {
      Files.write(
          path("faq/latin.md"), "---\nid: x\ntitle: Été".getBytes(StandardCharsets.ISO_8859_1));

      assertThat(guide.readFaults())
          .containsExactly("guide/faq/latin.md:3: is no UTF-8 text: save the file as UTF-8");
    }

    @Test
    void links() throws IOException {
      Files.createSymbolicLink(path("faq/gone.md"), path("nowhere"));
      Files.createSymbolicLink(path("faq/loop.md"), path("faq/loop.md"));
      Files.createSymbolicLink(path("roles"), path("roles"));

      assertThat(guide.readFaults())
          .containsExactly(
              "guide/faq/gone.md: is a link that leads nowhere: restore the file it stands for",
              "guide/faq/loop.md: cannot be read: check its permissions, and where its links lead",
              "guide/roles: is no folder: remove the file or link of that name");
    }

    @Test
    @DisplayName("a device without end is not read")
    void device() throws IOException {
      Path zero = Files.createSymbolicLink(path("faq/zero.md"), Path.of("/dev/zero"));

      assertThat(guide.readFaults())
          .containsExactly("guide/faq/zero.md: is no file, but a device or a pipe: remove it");
      Files.delete(zero);
    }

    @Test
    void forbidden() throws IOException {
      Path file = path("faq/first.md");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
      assumeFalse(Files.isReadable(file), "root may read everything");

      assertThat(guide.readFaults())
          .containsExactly(
              "guide/faq/first.md: cannot be read: check its permissions, and where its links lead");
    }

    @Test
    @DisplayName("a hidden file is an editor's own")
    void hidden() throws IOException {
      Files.createSymbolicLink(path("faq/.#first.md"), path("nobody@nowhere"));

      assertThat(guide.lintFaults()).isEmpty();
    }

    @Test
    @DisplayName("the folder that guides share is missing")
    void common() {
      assertThat(GuideReader.read(guide.path(), Optional.of(temp.resolve("shared"))).faults())
          .extracting(Fault::toString, Fault::severity)
          .containsExactly(
              tuple(
                  temp
                      + "/shared: is no folder: name the one with the refusals and words that"
                      + " guides share",
                  Fault.Severity.MEND));
    }

    private Path path(String name) {
      return guide.path().resolve(name);
    }
  }

  @Nested
  @DisplayName("Of a half-written file:")
  class HalfWritten {

    @Test
    void nothing() {
      guide.guide("faq/b.md", "");

      assertThat(guide.readFaults())
          .containsExactly(
              "guide/faq/b.md: is empty: write front matter and a text, or remove the file");
    }

    @Test
    void noFrontMatter() {
      guide.guide("faq/b.md", "Just a text.\n");

      assertThat(guide.readFaults())
          .containsExactly(
              "guide/faq/b.md:1: has no front matter: begin the file with a line \"---\"");
    }

    @Test
    void noEnd() {
      guide.guide("faq/b.md", "---\nid: b\nkind: faq\n");

      assertThat(guide.readFaults())
          .containsExactly(
              "guide/faq/b.md:1: front matter has no end: close it with a line \"---\"");
    }

    @Test
    void emptyFrontMatter() {
      guide.guide("faq/b.md", "---\n---\nText.\n");

      assertThat(guide.readFaults())
          .containsExactly("guide/faq/b.md:2: says nothing: write \"key: value\" lines");
    }

    @Test
    @DisplayName("what points to a section that is lost is no fault of its own")
    void noFaultsFromFaults() {
      guide
          .section("faq/b.md", "id: faq-b\nkind: faq\ntitle: B: C\n")
          .section("faq/c.md", "id: faq-c\nkind: faq\ntitle: C\nsee: [faq-b]")
          .guide("tips.yaml", "- {id: tip, text: Do it., section: faq-b}")
          .guide("questions.jsonl", "{\"id\": \"q\", \"q\": \"b?\", \"gold\": [\"faq-b\"]}");

      assertThat(guide.lintFaults())
          .containsExactly("guide/faq/b.md:4: a text that holds \": \" has to stand in quotes");
      assertThat(guide.read().guide().tips()).isEmpty();
    }
  }
}
