package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A request that is well formed and allowed to be made.
 *
 * @param params the values in its path, by the specification's names
 * @param query what stands after the question mark
 * @param body its JSON; missing when it has none
 * @param files the files sent beside the JSON, by their number
 */
record ApiRequest(
    Endpoint endpoint,
    Map<String, String> params,
    Map<String, String> query,
    JsonNode body,
    Map<String, Multipart.Upload> files) {

  String param(String name) {
    return params.getOrDefault(name, "");
  }

  boolean asks(String name) {
    return "true".equals(query.get(name));
  }
}
