package dev.peregrine.host.web;

import dev.peregrine.host.tenancy.Gate;
import java.util.List;

/** What of a server stands behind gates, and what is shut for everybody. */
public final class GatedPaths {

  private GatedPaths() {}

  /**
   * A route behind a gate.
   *
   * @param path with a number in place of each part that varies
   */
  public record Path(String method, String path, Gate gate) {}

  public static List<Path> of(WebServer server, long number) {
    return server.gated().stream()
        .map(
            route ->
                new Path(
                    route.method(),
                    route.path().replaceAll("\\{[^}]*}", Long.toString(number)),
                    route.gate()))
        .toList();
  }

  /** The reason why a path is shut; empty where it is not. */
  public static String reason(WebServer server, String method, String path) {
    return server.shut().stream()
        .filter(door -> door.leadsTo(method, path))
        .map(ShutDoor::sentence)
        .findFirst()
        .orElse("");
  }
}
