package dev.waymark.command;

import dev.waymark.tips.TipDays;
import dev.waymark.tips.TipDesk;
import dev.waymark.tips.TipPost;
import dev.waymark.tips.TipSchedule;
import dev.waymark.tips.TipSubscription;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is said about a channel's tips, in its own time. */
final class TipTexts {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
  private static final int SHORT = 110;
  private static final Pattern SENTENCE = Pattern.compile("^.+?[.!?](?=\\s|$)");

  private TipTexts() {}

  static String day(LocalDate day) {
    return day.format(DAY);
  }

  private static String moment(TipSchedule.Due due, TipSubscription subscription) {
    return due.at().atZone(subscription.schedule().zone()).format(MOMENT);
  }

  /** Such as: every day at 09:00 (Europe/Rome). */
  static String schedule(TipSubscription subscription) {
    TipSchedule schedule = subscription.schedule();
    return TipDays.said(schedule.days())
        + " at "
        + schedule.time()
        + " ("
        + schedule.zone().getId()
        + ")";
  }

  static String dates(List<TipDesk.Planned> planned, TipSubscription subscription) {
    return planned.stream()
        .map(p -> "- " + moment(p.due(), subscription) + (p.tip().isEmpty() ? ": left out" : ""))
        .collect(Collectors.joining("\n"));
  }

  static String status(
      TipSubscription subscription, List<TipDesk.Planned> next, List<TipPost> latest) {
    var text = new StringBuilder(state(subscription));
    if (!next.isEmpty()) {
      text.append("\n\n**Next**\n\n").append(dates(next, subscription));
    }
    if (!latest.isEmpty()) {
      text.append("\n\n**Lately**\n\n")
          .append(
              latest.stream()
                  .map(p -> "- " + day(p.day()) + ": " + outcome(p))
                  .collect(Collectors.joining("\n")));
    }
    return text.toString();
  }

  /** A subscription in a line. */
  static String brief(TipSubscription subscription) {
    return subscription.isOn()
        ? schedule(subscription)
            + subscription.pausedUntil().map(until -> ", paused until " + day(until)).orElse("")
        : "stopped, " + subscription.reason();
  }

  private static String state(TipSubscription subscription) {
    String on = subscription.place().link() + " gets a tip " + brief(subscription) + ".";
    return switch (subscription.state()) {
      case ON ->
          subscription.sections().isEmpty()
              ? on
              : on + " Only from: " + String.join(", ", subscription.sections()) + ".";
      case OFF -> "The daily tip is off here.";
      case HALTED ->
          "The daily tip has stopped here: "
              + subscription.reason()
              + ". When that is mended, `/tips on` starts it again.";
      case ENDED -> "The daily tip has ended here: " + subscription.reason() + ".";
    };
  }

  static String outcome(TipPost post) {
    return switch (post.state()) {
      case CLAIMED -> "being posted";
      case WAITING -> "waiting for its turn";
      case UNSURE -> "the connection broke; I look after it";
      case SENT -> "posted";
      case UNKNOWN -> "unknown: the connection broke, and I did not risk to post it twice";
      case MISSED -> "missed, " + post.reason();
      case SKIPPED -> "left out, " + post.reason();
      case REFUSED -> "not posted, " + post.reason();
    };
  }

  /** The days and how their tips begin. */
  static String preview(List<TipDesk.Planned> planned) {
    return planned.stream()
        .map(
            p ->
                "- **"
                    + day(p.due().day())
                    + "** "
                    + p.tip().map(t -> beginning(t.text())).orElse("left out"))
        .collect(Collectors.joining("\n"));
  }

  /** The first sentence, or as many words as there is room for. */
  private static String beginning(String text) {
    Matcher sentence = SENTENCE.matcher(text);
    if (sentence.find() && isWhole(sentence.group()) && sentence.end() <= SHORT) {
      return sentence.group();
    }
    if (text.length() <= SHORT) {
      return text;
    }
    int end = text.lastIndexOf(' ', SHORT);
    String cut = text.substring(0, end < 0 ? SHORT : end);
    return (isWhole(cut) ? cut : cut.substring(0, cut.lastIndexOf('`')).strip()) + " …";
  }

  /** Whether no code is cut in its middle, which would make code of the rest. */
  private static boolean isWhole(String part) {
    return part.chars().filter(c -> c == '`').count() % 2 == 0;
  }
}
