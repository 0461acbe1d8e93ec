package dev.waymark.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an article's file, finds its form and hands it to that form's reader. */
final class ArticleReader {

  private static final int MEGABYTE = 1024 * 1024;
  private static final int LARGEST = 5 * MEGABYTE;
  // Text has next to no control characters; a picture or an archive is full of them.
  private static final double CONTROL_SHARE = 0.01;

  private static final Pattern PAGE =
      Pattern.compile(
          "(?i)\\A\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.{0,2000}?-->\\s*)*<(?:!doctype html|html"
              + "|head|body)\\b.*",
          Pattern.DOTALL);
  private static final Pattern TAG =
      Pattern.compile("(?i)<(?:h[1-6]|p|div|ul|ol|li|section|article|table)\\b[^<>]{0,500}>");
  private static final Pattern HEADING =
      Pattern.compile("(?m)^#{1,6}[ \\t]+\\S|^[^\\s#>|*-].*\\R(?:={3,}|-{3,})[ \\t]*$");
  private static final Pattern BOLD = Pattern.compile("\\*\\*[^*\\n]+\\*\\*|__[^_\\n]+__");
  private static final Pattern META_CHARSET =
      Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]{2,40})");
  private static final int TAGS = 5;

  private ArticleReader() {}

  /** The blocks of the article, the site's own taken out. */
  static List<Block> read(Path article, ImportNotes notes) throws ImportException {
    String text = decode(article, bytes(article));
    if (text.isBlank()) {
      throw new ImportException(article + " is empty: save the article into it and import again.");
    }
    List<Block> blocks =
        switch (form(article, text)) {
          case HTML -> HtmlBlocks.read(text, notes);
          case MARKDOWN -> MarkdownBlocks.read(text, notes);
          case TEXT -> TextBlocks.read(text, notes);
        };
    return PageFurniture.clean(blocks, notes);
  }

  private enum Form {
    HTML,
    MARKDOWN,
    TEXT
  }

  // What the text is counts more than what it is called: pages are saved under any name.
  private static Form form(Path article, String text) {
    String name = String.valueOf(article.getFileName()).toLowerCase(Locale.ROOT);
    long tags = TAG.matcher(text).results().limit(TAGS).count();
    boolean heading = HEADING.matcher(text).find();
    long bold = BOLD.matcher(text).results().limit(TAGS).count();
    if (PAGE.matcher(text).lookingAt() || (name.matches(".*\\.x?html?") && tags > 0)) {
      return Form.HTML;
    }
    if (heading || bold >= TAGS || (name.matches(".*\\.(?:md|markdown|mkd)") && bold > 0)) {
      return Form.MARKDOWN;
    }
    return tags >= TAGS ? Form.HTML : Form.TEXT;
  }

  private static byte[] bytes(Path article) throws ImportException {
    if (Files.isDirectory(article)) {
      throw new ImportException(article + " is a folder: name the file of the article.");
    }
    try (InputStream in = Files.newInputStream(article)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new ImportException(
            article
                + " is larger than 5 MB: save the article alone, without the rest of the site.");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new ImportException(
          "There is no file " + article + ": check the path of the article.", e);
    } catch (AccessDeniedException e) {
      throw new ImportException(
          article + " may not be read: give yourself the permission to read it.", e);
    } catch (IOException e) {
      throw new ImportException(
          article + " cannot be read (" + e.getMessage() + "): save it again and retry.", e);
    }
  }

  private static String decode(Path article, byte[] bytes) throws ImportException {
    String text = decode(bytes);
    long controls =
        text.chars().filter(c -> Character.isISOControl(c) && !Character.isWhitespace(c)).count();
    boolean binary =
        text.indexOf('\0') >= 0
            || text.startsWith("%PDF-")
            || text.startsWith("{\\rtf")
            || controls > CONTROL_SHARE * text.length();
    if (binary) {
      throw new ImportException(
          article + " is not a text file: save the article as plain text, Markdown or HTML.");
    }
    return text;
  }

  private static String decode(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(bytes, declared(bytes));
    }
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  // What is not UTF-8 is most often the old Western encoding, unless the page says otherwise.
  private static Charset declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
    Matcher meta = META_CHARSET.matcher(head);
    try {
      if (meta.find() && !meta.group(1).equalsIgnoreCase("utf-8")) {
        return Charset.forName(meta.group(1));
      }
    } catch (IllegalArgumentException e) {
      return StandardCharsets.ISO_8859_1;
    }
    return Charset.forName("windows-1252");
  }
}
