package dev.waymark.guide;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the files of a guide. Whatever a file turns out to be (a folder, a pipe, a link to itself,
 * a film), it is reported and never read without end. Not thread-safe, since its faults are not.
 */
final class GuideFiles {

  /** The most that is read of one file; all of the shipped guide is half a megabyte. */
  static final long MOST_BYTES = 2_000_000;

  private final Faults faults;

  GuideFiles(Faults faults) {
    this.faults = faults;
  }

  /** Whether something of that name is there, be it a link that leads nowhere. */
  static boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * A file's text, without a byte order mark and with {@code \n} as line end.
   *
   * @return empty when it cannot be read; the faults hold the reason
   */
  Optional<String> text(Path file) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!isText(file, attributes)) {
        return Optional.empty();
      }
      String text = Files.readString(file);
      if (text.indexOf('\0') >= 0) {
        faults.unusable(file, 0, "is no text: save it as UTF-8, or move it out of the guide");
        return Optional.empty();
      }
      return Optional.of(plainLineEnds(text));
    } catch (CharacterCodingException e) {
      faults.unusable(file, badLine(file), "is no UTF-8 text: save the file as UTF-8");
    } catch (NoSuchFileException e) {
      String what = Files.isSymbolicLink(file) ? "is a link that leads nowhere" : "is missing";
      faults.unusable(file, 0, what + ": restore the file it stands for");
    } catch (IOException e) {
      faults.unusable(file, 0, "cannot be read: check its permissions, and where its links lead");
    }
    return Optional.empty();
  }

  private boolean isText(Path file, BasicFileAttributes attributes) {
    if (attributes.isDirectory()) {
      faults.mend(file, 0, "is a folder with the name of a file: rename it");
      return false;
    }
    if (!attributes.isRegularFile()) {
      faults.unusable(file, 0, "is no file, but a device or a pipe: remove it");
      return false;
    }
    if (attributes.size() > MOST_BYTES) {
      faults.unusable(
          file,
          0,
          String.format(
              Locale.ROOT,
              "has %,d bytes and is not read: split it, a file may have %,d",
              attributes.size(),
              MOST_BYTES));
      return false;
    }
    return true;
  }

  private static String plainLineEnds(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return plain.indexOf('\r') < 0 ? plain : plain.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** The line with the first bytes that are no UTF-8; 0 when that cannot be told. */
  private static int badLine(Path file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      CharBuffer good = CharBuffer.allocate(bytes.remaining());
      StandardCharsets.UTF_8.newDecoder().decode(bytes, good, true);
      return 1 + SectionText.countLines(good.flip().toString());
    } catch (IOException e) {
      return 0;
    }
  }

  /** The folder's files whose name ends in {@code .md}, by name; none when there is no folder. */
  List<Path> markdown(Path folder) {
    return entries(folder).stream()
        .filter(f -> f.getFileName().toString().endsWith(".md"))
        .toList();
  }

  /** What the folder holds, by name, without hidden files; nothing when there is no folder. */
  List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      if (exists(folder)) {
        faults.unusable(folder, 0, "is no folder: remove the file or link of that name");
      }
      return List.of();
    }
    var entries = new ArrayList<Path>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) {
        // Editors keep their locks and backups in hidden files.
        if (!entry.getFileName().toString().startsWith(".")) {
          entries.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      faults.unusable(folder, 0, "cannot be listed: check its permissions");
    }
    entries.sort(null);
    return entries;
  }
}
