package dev.peregrine.plugin.integration.caldav;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.Calendar;
import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import dev.peregrine.api.integration.IntegrationDescriptor.ForCalendar;
import dev.peregrine.api.integration.SyncPoint;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Any CalDAV server: iCloud, Nextcloud, Fastmail, Radicale, Baïkal.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791">RFC 4791, CalDAV</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6578">RFC 6578, what changed in a collection</a>
 */
public final class CalDav implements Calendar {

  static final String PASSWORD = "App password";

  @Override
  public ForCalendar descriptor() {
    return ForCalendar.of(
        About.of(
                "caldav",
                "Apple Calendar and CalDAV",
                "Interviews in the calendar of iCloud, Nextcloud, Fastmail or any other CalDAV server.")
            .withHosts("*.icloud.com")
            .withHomepage("https://support.apple.com/102654")
            .withSettings(
                new SettingSpec.Address(
                    "base-url",
                    "CalDAV address",
                    "iCloud: https://caldav.icloud.com. Nextcloud: https://your.cloud/remote.php/dav. Others name it in their help.",
                    false,
                    Optional.of("https://caldav.icloud.com")),
                new SettingSpec.Text(
                    "username",
                    "User name",
                    "For iCloud, the e-mail address of your Apple account.",
                    true,
                    Optional.empty()),
                new SettingSpec.Secret(
                    "password",
                    PASSWORD,
                    "For iCloud, an app-specific password from account.apple.com; for Nextcloud, one from Settings → Security.",
                    true)),
        Capability.CHANGES,
        Capability.ALARMS,
        Capability.CREATE_CALENDARS);
  }

  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    List<Shown> all = CalendarHome.find(DavServer.of(context)).calendars();
    return all.isEmpty()
        ? "The server answers; there is no calendar yet that can be written to."
        : "The server answers. Calendars: %s."
            .formatted(
                all.stream()
                    .limit(8)
                    .map(calendar -> "\"%s\"".formatted(calendar.name()))
                    .collect(Collectors.joining(", ")));
  }

  @Override
  public List<Shown> calendars(IntegrationContext context)
      throws ExtensionException, InterruptedException {
    return CalendarHome.find(DavServer.of(context)).calendars();
  }

  @Override
  public Shown create(String name, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    return CalendarHome.find(DavServer.of(context)).create(name);
  }

  @Override
  public Outcome put(
      String calendar, CalendarEvent event, Optional<Stored> former, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    return events(calendar, context).put(event, former, context.clock().instant());
  }

  @Override
  public void cancel(String calendar, Stored event, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    events(calendar, context).cancel(event);
  }

  @Override
  public SyncPoint changes(
      String calendar, Optional<String> since, IntegrationContext context, Consumer<Change> found)
      throws ExtensionException, InterruptedException {
    DavEvents events = events(calendar, context);
    return new DavChanges(events.server(), events).since(since, found);
  }

  private static DavEvents events(String calendar, IntegrationContext context)
      throws ExtensionException {
    try {
      return new DavEvents(DavServer.of(context), URI.create(calendar));
    } catch (IllegalArgumentException noAddress) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Calendar \"%s\" is no address. Choose the calendar again.".formatted(calendar));
    }
  }
}
