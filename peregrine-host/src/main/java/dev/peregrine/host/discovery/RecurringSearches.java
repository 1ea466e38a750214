package dev.peregrine.host.discovery;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.schedules.Recurrence;
import dev.peregrine.host.schedules.Recurring;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Searches for each search profile at its times; those that come together are one run. */
public final class RecurringSearches implements Recurrence {

  /** What the keys of these begin with. */
  public static final String SOURCE = "discovery";

  /** Boards are not to be asked by everybody at the full hour. */
  private static final Duration JITTER = Duration.ofMinutes(3);

  private final Discovery discovery;
  private final SearchProfiles profiles;

  public RecurringSearches(Discovery discovery, SearchProfiles profiles) {
    this.discovery = discovery;
    this.profiles = profiles;
  }

  @Override
  public List<Recurring> current() {
    return profiles.all().stream().map(RecurringSearches::recurring).toList();
  }

  private static Recurring recurring(SearchProfile profile) {
    String name = profile.name();
    return new Recurring(
        SOURCE + ":" + name,
        t("schedules.search", "name", name),
        "/search?profile=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
        profile.schedule(),
        true,
        JITTER);
  }

  @Override
  public void begin(List<Recurring> due) {
    List<String> names =
        due.stream().map(each -> each.key().substring(SOURCE.length() + 1)).toList();
    // All of them are asked for as "all", so that a run that the person began is joined.
    discovery.start(names.size() == profiles.all().size() ? List.of() : names, List.of());
  }
}
