package dev.waymark.store;

import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.tips.TipPost;
import dev.waymark.tips.TipSchedule;
import dev.waymark.tips.TipSubscription;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;

/** Subscriptions and posts as rows. */
final class TipRows {

  private TipRows() {}

  static TipSubscription subscription(ResultSet row) throws SQLException {
    Platform platform = Platform.valueOf(row.getString("platform").toUpperCase(Locale.ROOT));
    return new TipSubscription(
        row.getLong("id"),
        new Place(platform, row.getString("workspace"), row.getString("channel"), ""),
        TipSubscription.State.valueOf(row.getString("state")),
        row.getString("reason"),
        new TipSchedule(
            LocalTime.parse(row.getString("time")),
            ZoneId.of(row.getString("zone")),
            list(row.getString("days")).stream()
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toSet())),
        row.getString("guide"),
        list(row.getString("sections")),
        Optional.ofNullable(row.getString("paused_until")).map(LocalDate::parse),
        Optional.ofNullable(row.getString("next_tip")),
        new Member(platform, row.getString("platform_id")),
        Instant.ofEpochMilli(row.getLong("effective")));
  }

  static String days(TipSubscription subscription) {
    return subscription.schedule().days().stream()
        .sorted()
        .map(DayOfWeek::name)
        .collect(Collectors.joining(","));
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
  }

  static TipPost post(ResultSet row) throws SQLException {
    return new TipPost(
        row.getLong("subscription_id"),
        LocalDate.parse(row.getString("day")),
        row.getString("tip"),
        row.getInt("round"),
        TipPost.State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("first")),
        Instant.ofEpochMilli(row.getLong("again")),
        row.getString("message_id"),
        row.getString("reason"));
  }

  static Update bind(Update update, TipPost post) {
    return update
        .bind("subscription", post.subscription())
        .bind("day", post.day().toString())
        .bind("tip", post.tip())
        .bind("round", post.round())
        .bind("state", post.state().name())
        .bind("attempts", post.attempts())
        .bind("first", post.first().toEpochMilli())
        .bind("again", post.again().toEpochMilli())
        .bind("message", StoredText.of(post.messageId()))
        .bind("reason", StoredText.of(post.reason()));
  }
}
