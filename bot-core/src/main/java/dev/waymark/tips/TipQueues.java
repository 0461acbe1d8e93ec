package dev.waymark.tips;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Tip;
import java.util.Optional;
import java.util.function.Function;

/**
 * What each channel gets from now on. Thread-safe.
 *
 * @param guides a guide by its id
 */
record TipQueues(TipBook book, Function<String, Optional<Guide>> guides) {

  /** The order of a channel's tips; nothing when its guide is not there any more. */
  Optional<TipRotation> rotation(TipSubscription subscription) {
    return guides
        .apply(subscription.guide())
        .map(g -> TipRotation.of(g, subscription.sections(), subscription.seed()));
  }

  /** The tips to come; nothing when there are none. */
  Optional<TipQueue> of(TipSubscription subscription) {
    return rotation(subscription)
        .filter(r -> !r.isEmpty())
        .map(r -> TipQueue.of(subscription, r, book));
  }

  /** A tip of the channel's with the guide that it stands in. */
  Optional<Found> find(TipSubscription subscription, String tip) {
    return guides
        .apply(subscription.guide())
        .flatMap(
            g ->
                rotation(subscription).flatMap(r -> r.byId(tip)).map(found -> new Found(found, g)));
  }

  /** A tip and its guide. */
  record Found(Tip tip, Guide guide) {}
}
