package dev.peregrine.host.numbers;

import dev.peregrine.host.pipeline.Journeys.Outcome;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of the lists behind numbers. */
record Links(Range range) {

  static final String LIST = "/numbers/jobs";

  /** The jobs of a kind of list; names and values take turns. */
  String to(String of, String... rest) {
    var address = new StringBuilder(LIST).append("?range=").append(range.key());
    address.append("&of=").append(of);
    for (int at = 0; at + 1 < rest.length; at += 2) {
      address
          .append('&')
          .append(rest[at])
          .append('=')
          .append(URLEncoder.encode(rest[at + 1], StandardCharsets.UTF_8));
    }
    return address.toString();
  }

  String sent(String of, String key) {
    return to(of, "key", key);
  }

  String sent(String of, String key, Outcome outcome) {
    return to(of, "key", key, "outcome", outcome.key());
  }
}
