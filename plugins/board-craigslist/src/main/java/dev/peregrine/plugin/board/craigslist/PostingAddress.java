package dev.peregrine.plugin.board.craigslist;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of postings: {@code sfbay.craigslist.org/sfc/sof/d/a-slug/7933947580.html}, and {@code
 * www.craigslist.org/view/d/a-slug/AbC…} of 22 signs.
 */
final class PostingAddress {

  private static final Pattern PATH =
      Pattern.compile("(?:/[^/]+)*/(?:(\\d{6,20})\\.html|view/d/[^/]+/([A-Za-z0-9_-]{10,40}))/?");

  private PostingAddress() {}

  static Optional<String> id(URI address) {
    Matcher path = PATH.matcher(String.valueOf(address.getPath()));
    return path.matches()
        ? Optional.ofNullable(path.group(1)).or(() -> Optional.ofNullable(path.group(2)))
        : Optional.empty();
  }

  static boolean isCraigslist(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    return host.endsWith(".craigslist.org");
  }
}
