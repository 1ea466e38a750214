package dev.peregrine.host.web;

import java.util.List;

/** The addresses of everything that a server lets people read. */
public final class ReadablePages {

  private ReadablePages() {}

  /** With a number in place of each part that varies. */
  public static List<String> of(WebServer server, long number) {
    return server.pages().stream()
        .map(path -> path.replaceAll("\\{[^}]*}|<[^>]*>", Long.toString(number)))
        .distinct()
        .toList();
  }
}
