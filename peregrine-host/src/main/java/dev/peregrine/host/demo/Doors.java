package dev.peregrine.host.demo;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.web.ShutDoor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is off in a demo, and why. */
final class Doors {

  /** Why something is off. */
  enum Reason {
    /** Another server would be called. */
    CALLS,
    /** A language model would be asked. */
    MODELS,
    /** It is about the machine that the demo runs on. */
    MACHINE,
    /** Other programs would ask; a visitor is known by a cookie alone. */
    PROGRAMS;

    String sentence() {
      return t(key());
    }

    List<String> examples() {
      return Arrays.asList(t(key() + "-examples").split(";\\s*"));
    }

    private String key() {
      return "demo.off-" + name().toLowerCase(Locale.ROOT);
    }
  }

  /** All of them. */
  static final List<ShutDoor> ALL =
      Stream.of(
              posts(
                  Reason.CALLS,
                  "/discover",
                  "/setup",
                  "/sources/*/try",
                  "/employers/**",
                  "/jobs/links",
                  "/jobs/csv",
                  "/jobs/*/fetch",
                  "/jobs/*/look",
                  "/apply/*/look",
                  "/digests/*/add",
                  "/companies",
                  "/companies/*/look",
                  "/settings/mail-add",
                  "/settings/mail-signed-in",
                  "/settings/mail-sync",
                  "/settings/mail/**",
                  "/settings/integrations/**",
                  "/settings/integrations-signed-in",
                  "/settings/notifications/test",
                  "/settings/research/**",
                  "/settings/licence/**",
                  "/settings/privacy/**",
                  "/settings/schedules/releases",
                  "/feedback/send",
                  "/feedback/tracker/**",
                  "/tasks/*/again"),
              posts(
                  Reason.MODELS,
                  "/settings/models/**",
                  "/setup/inference/adopt",
                  "/setup/inference/ask",
                  "/setup/inference/add",
                  "/setup/inference/again",
                  "/apply/*/letter/write",
                  "/apply/*/resume/ask",
                  "/apply/*/questions/*/suggest",
                  "/interviews/*/people/draft/*/write",
                  "/interviews/*/survey/*/weigh",
                  "/interviews/*/survey/*/read",
                  "/stories/*/ask",
                  "/proposals/ask/*"),
              posts(
                  Reason.MACHINE,
                  "/plugins/**",
                  "/settings/network/**",
                  "/settings/secrets/**",
                  "/settings/backup/**",
                  "/settings/developer/**",
                  "/settings/hardware/**",
                  "/setup/hardware/again",
                  "/profile/scans/**",
                  "/import/**"),
              posts(Reason.PROGRAMS, "/settings/programs/**", "/settings/calendar/feed"),
              // These look at the machine as soon as they are shown.
              pages(Reason.MACHINE, "/settings/hardware", "/settings/developer"))
          .flatMap(List::stream)
          .toList();

  private Doors() {}

  private static List<ShutDoor> posts(Reason reason, String... paths) {
    return Stream.of(paths).map(path -> door(path, false, reason)).toList();
  }

  private static List<ShutDoor> pages(Reason reason, String... paths) {
    return Stream.of(paths).map(path -> door(path, true, reason)).toList();
  }

  private static ShutDoor door(String path, boolean pages, Reason reason) {
    return new ShutDoor(path, pages, () -> t("demo.off"), reason::sentence);
  }
}
