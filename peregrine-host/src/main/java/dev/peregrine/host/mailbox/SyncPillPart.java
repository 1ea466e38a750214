package dev.peregrine.host.mailbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How it stands with reading mail, in one line, and a way to read it now.
 *
 * @param kind {@code idle}, {@code running} or {@code failed}
 * @param word in words
 * @param problems why it failed and what to do, for each mailbox
 * @param here the page on which it stands
 */
public record SyncPillPart(
    String kind, String word, List<String> problems, String here, String token) {

  /** The page as a value of an address. */
  public String hereEncoded() {
    return URLEncoder.encode(here, StandardCharsets.UTF_8);
  }

  public boolean running() {
    return kind.equals("running");
  }

  public boolean failed() {
    return kind.equals("failed");
  }
}
