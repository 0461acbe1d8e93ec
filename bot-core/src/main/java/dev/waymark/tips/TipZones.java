package dev.waymark.tips;

import static java.util.Map.entry;

import dev.waymark.text.NearestWord;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Time zones by their IANA names, which know when the clocks change. An offset or an abbreviation
 * does not, and is taken for no zone.
 */
public final class TipZones {

  /** What was said. */
  public sealed interface Read permits Zone, NoZone {}

  /** A zone. */
  public record Zone(ZoneId id) implements Read {}

  /**
   * No zone.
   *
   * @param why what is wrong, for whoever said it
   * @param meant the zone that was probably meant
   */
  public record NoZone(String why, Optional<String> meant) implements Read {}

  private static final String UTC = "UTC";

  /** Zones by their names in lower case; those of fixed offsets are left out. */
  private static final Map<String, String> NAMES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(TipZones::isPlace)
          .collect(
              Collectors.toMap(z -> z.toLowerCase(Locale.ROOT), z -> z, (a, b) -> a, TreeMap::new));

  /** The same without names from before there was one for each place, such as US/Eastern. */
  private static final Set<String> CITIES =
      NAMES.keySet().stream()
          .filter(
              n ->
                  n.matches(
                      "utc|(africa|america|antarctica|arctic|asia|atlantic|australia|europe|indian|pacific)/.*"))
          .collect(Collectors.toCollection(TreeSet::new));

  /** Where most people live who say such a thing. */
  private static final Map<String, String> ABBREVIATIONS =
      Map.ofEntries(
          entry("est", "America/New_York"),
          entry("edt", "America/New_York"),
          entry("et", "America/New_York"),
          entry("cst", "America/Chicago"),
          entry("cdt", "America/Chicago"),
          entry("ct", "America/Chicago"),
          entry("mst", "America/Denver"),
          entry("mdt", "America/Denver"),
          entry("mt", "America/Denver"),
          entry("pst", "America/Los_Angeles"),
          entry("pdt", "America/Los_Angeles"),
          entry("pt", "America/Los_Angeles"),
          entry("akst", "America/Anchorage"),
          entry("hst", "Pacific/Honolulu"),
          entry("brt", "America/Sao_Paulo"),
          entry("art", "America/Argentina/Buenos_Aires"),
          entry("gmt", "Europe/London"),
          entry("bst", "Europe/London"),
          entry("wet", "Europe/Lisbon"),
          entry("west", "Europe/Lisbon"),
          entry("cet", "Europe/Berlin"),
          entry("cest", "Europe/Berlin"),
          entry("met", "Europe/Berlin"),
          entry("eet", "Europe/Athens"),
          entry("eest", "Europe/Athens"),
          entry("msk", "Europe/Moscow"),
          entry("trt", "Europe/Istanbul"),
          entry("cat", "Africa/Maputo"),
          entry("eat", "Africa/Nairobi"),
          entry("wat", "Africa/Lagos"),
          entry("sast", "Africa/Johannesburg"),
          entry("gst", "Asia/Dubai"),
          entry("pkt", "Asia/Karachi"),
          entry("ist", "Asia/Kolkata"),
          entry("ict", "Asia/Bangkok"),
          entry("wib", "Asia/Jakarta"),
          entry("sgt", "Asia/Singapore"),
          entry("hkt", "Asia/Hong_Kong"),
          entry("jst", "Asia/Tokyo"),
          entry("kst", "Asia/Seoul"),
          entry("awst", "Australia/Perth"),
          entry("acst", "Australia/Adelaide"),
          entry("aest", "Australia/Sydney"),
          entry("aedt", "Australia/Sydney"),
          entry("nzst", "Pacific/Auckland"),
          entry("nzdt", "Pacific/Auckland"));

  /** Where many live, from west to east: the first that has an offset is proposed for it. */
  private static final List<String> WELL_KNOWN =
      List.of(
          "Pacific/Honolulu",
          "America/Anchorage",
          "America/Los_Angeles",
          "America/Denver",
          "America/Chicago",
          "America/New_York",
          "America/Halifax",
          "America/St_Johns",
          "America/Sao_Paulo",
          "Atlantic/Azores",
          "Europe/London",
          "Europe/Berlin",
          "Africa/Lagos",
          "Europe/Athens",
          "Africa/Cairo",
          "Europe/Istanbul",
          "Asia/Tehran",
          "Asia/Dubai",
          "Asia/Kabul",
          "Asia/Karachi",
          "Asia/Kolkata",
          "Asia/Kathmandu",
          "Asia/Dhaka",
          "Asia/Yangon",
          "Asia/Bangkok",
          "Asia/Singapore",
          "Asia/Tokyo",
          "Australia/Adelaide",
          "Australia/Sydney",
          "Pacific/Noumea",
          "Pacific/Auckland",
          "Pacific/Tongatapu");

  private static final Pattern OFFSET =
      Pattern.compile("(?:utc|gmt|z)?\\s*([+-]\\d{1,2})(?::?(\\d{2}))?");

  private TipZones() {}

  private static boolean isPlace(String id) {
    return id.equals(UTC)
        || (id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"));
  }

  /**
   * What a word means: a name in any case, with spaces or underscores, or a city that is the end of
   * one name only.
   *
   * @param now to know offsets by
   */
  public static Read read(String words, Instant now) {
    String text = words.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    String name = NAMES.get(text);
    if (name != null) {
      return new Zone(ZoneId.of(name));
    }
    String abbreviated = ABBREVIATIONS.get(text);
    if (abbreviated != null) {
      return new NoZone(
          "`" + words.strip() + "` does not say when the clocks change", Optional.of(abbreviated));
    }
    Matcher offset = OFFSET.matcher(text.replace("_", ""));
    if (offset.matches()) {
      return new NoZone(
          "`" + words.strip() + "` does not say when the clocks change", at(offset, now));
    }
    List<String> cities = NAMES.keySet().stream().filter(n -> n.endsWith("/" + text)).toList();
    return cities.size() == 1
        ? new Zone(ZoneId.of(NAMES.getOrDefault(cities.getFirst(), UTC)))
        : new NoZone("There is no zone `" + words.strip() + "`", nearest(text, cities));
  }

  private static Optional<String> nearest(String text, List<String> cities) {
    if (!cities.isEmpty()) {
      return Optional.ofNullable(NAMES.get(cities.getFirst()));
    }
    return NearestWord.of(text, CITIES)
        .or(
            () ->
                NearestWord.of(
                        text,
                        NAMES.keySet().stream()
                            .map(n -> n.substring(n.lastIndexOf('/') + 1))
                            .toList())
                    .flatMap(
                        city ->
                            NAMES.keySet().stream()
                                .filter(n -> n.endsWith("/" + city))
                                .findFirst()))
        .map(n -> NAMES.getOrDefault(n, UTC));
  }

  private static Optional<String> at(Matcher offset, Instant now) {
    int hours = Integer.parseInt(offset.group(1));
    int minutes = offset.group(2) == null ? 0 : Integer.parseInt(offset.group(2));
    int seconds =
        (Math.abs(hours) * 60 + minutes) * 60 * (offset.group(1).startsWith("-") ? -1 : 1);
    if (seconds == 0) {
      return Optional.of(UTC);
    }
    return WELL_KNOWN.stream()
        .filter(z -> offsetOf(z, now).getTotalSeconds() == seconds)
        .findFirst();
  }

  private static ZoneOffset offsetOf(String zone, Instant now) {
    return ZoneId.of(zone).getRules().getOffset(now);
  }

  /** Names that hold what was typed so far: those that begin with it, or a part of which does. */
  public static List<String> suggest(String typed, int atMost) {
    String part = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    if (part.isEmpty()) {
      return Stream.concat(Stream.of(UTC), WELL_KNOWN.stream()).limit(atMost).toList();
    }
    Stream<String> named =
        CITIES.stream()
            .filter(n -> n.contains(part))
            .sorted(Comparator.comparing(n -> !n.startsWith(part) && !n.contains("/" + part)))
            .map(n -> NAMES.getOrDefault(n, UTC));
    return Stream.concat(Optional.ofNullable(ABBREVIATIONS.get(part)).stream(), named)
        .distinct()
        .limit(atMost)
        .toList();
  }
}
