package dev.waymark.discord.loopback;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form in parts: the JSON and the files beside it.
 *
 * @param json the part {@code payload_json}, empty when there is none
 * @param files the parts {@code files[n]} by their n
 */
record Multipart(String json, Map<String, Upload> files) {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
  private static final Pattern FILE_PART = Pattern.compile("files\\[(\\d+)]");
  private static final String BLANK_LINE = "\r\n\r\n";

  /** A file as it was sent. */
  static final class Upload {
    private final String name;
    private final byte[] content;

    Upload(String name, byte[] content) {
      this.name = name;
      this.content = content;
    }

    String name() {
      return name;
    }

    byte[] content() {
      return content;
    }
  }

  /** Reads a body; ISO 8859-1 gives every byte a character, so that text can be searched for. */
  static Multipart read(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw ApiError.broken(Rule.BODY, 400, 50_109, "multipart/form-data without a boundary");
    }
    String mark = "--" + boundary.group(1);
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String json = "";
    Map<String, Upload> files = new LinkedHashMap<>();
    int at = text.indexOf(mark);
    while (at >= 0) {
      int start = at + mark.length();
      int next = text.indexOf("\r\n" + mark, start);
      int head = text.indexOf(BLANK_LINE, start);
      if (next < 0 || head < 0) {
        break;
      }
      String headers = text.substring(start, head);
      byte[] content = Arrays.copyOfRange(body, head + BLANK_LINE.length(), next);
      String name = first(NAME, headers);
      Matcher file = FILE_PART.matcher(name);
      if (file.matches()) {
        files.put(file.group(1), new Upload(utf8(first(FILE_NAME, headers)), content));
      } else if (name.equals("payload_json")) {
        json = new String(content, StandardCharsets.UTF_8);
      }
      at = next + 2;
    }
    return new Multipart(json, files);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
