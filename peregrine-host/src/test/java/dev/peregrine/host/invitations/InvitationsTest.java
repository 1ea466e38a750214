package dev.peregrine.host.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.invitations.Invitation.Status;
import dev.peregrine.host.invitations.Invitation.Zone;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** As Outlook names zones and writes its rules. */
  private static final String PACIFIC =
      """
      BEGIN:VTIMEZONE
      TZID:%s
      BEGIN:STANDARD
      DTSTART:16010101T020000
      TZOFFSETFROM:-0700
      TZOFFSETTO:-0800
      RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:16010101T020000
      TZOFFSETFROM:-0800
      TZOFFSETTO:-0700
      RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3
      END:DAYLIGHT
      END:VTIMEZONE
      """;

  private static Invitation one(String... lines) throws Exception {
    return file("", lines);
  }

  private static Invitation file(String before, String... lines) throws Exception {
    String text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
            + before
            + "BEGIN:VEVENT\r\n"
            + String.join("\r\n", lines)
            + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    List<Invitation> all = Invitations.read(text, BERLIN);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void anInvitationIsReadWithAllThatItSays() throws Exception {
    Invitation read =
        one(
            "UID:040000008200E00074C5B7101A82E008@corp.example",
            "DTSTAMP:20261120T080000Z",
            "SEQUENCE:2",
            "STATUS:CONFIRMED",
            "SUMMARY;LANGUAGE=en-us:Interview: data\\, grid\\; second ro",
            " und",
            "DTSTART;TZID=\"America/New_York\":20261124T100000",
            "DTEND;TZID=America/New_York:20261124T111500",
            "LOCATION:Room 4\\nFloor 2",
            "ORGANIZER;CN=\"Quint, Ada\":mailto:ada@corp.example",
            "ATTENDEE;ROLE=REQ-PARTICIPANT;CN=Ole Ravn:MAILTO:ole@corp.example",
            "ATTENDEE:mailto:me@home.example",
            "DESCRIPTION:Join: https://us02web.zoom.us/j/123?pwd=a.b.\\nOr call.",
            "BEGIN:VALARM",
            "SUMMARY:not this",
            "END:VALARM");
    assertThat(read)
        .isEqualTo(
            new Invitation(
                "040000008200E00074C5B7101A82E008@corp.example",
                2,
                Optional.of(Instant.parse("2026-11-20T08:00:00Z")),
                Status.CONFIRMED,
                "Interview: data, grid; second round",
                Optional.of(ZonedDateTime.parse("2026-11-24T10:00-05:00[America/New_York]")),
                Optional.empty(),
                Zone.SAID,
                Duration.ofMinutes(75),
                Optional.of("Room 4 Floor 2"),
                Optional.of(URI.create("https://us02web.zoom.us/j/123?pwd=a.b")),
                "Quint, Ada",
                List.of("Ole Ravn", "me@home.example"),
                false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART:20261124T090000Z | 2026-11-24T09:00:00Z | SAID",
        "DTSTART;TZID=Europe/Berlin:20261124T100000 | 2026-11-24T09:00:00Z | SAID",
        "DTSTART;TZID=W. Europe Standard Time:20261124T100000 | 2026-11-24T09:00:00Z | SAID",
        "DTSTART;TZID=Pacific Standard Time:20260701T090000 | 2026-07-01T16:00:00Z | SAID",
        "DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20260701T100000 | 2026-07-01T08:00:00Z | SAID",
        "DTSTART:20261124T100000 | 2026-11-24T09:00:00Z | ASSUMED",
        "DTSTART;TZID=Mars/Phobos:20261124T100000 | 2026-11-24T09:00:00Z | ASSUMED",
        "DTSTART;TZID=Customized Time Zone:20260701T090000 | 2026-07-01T16:00:00Z | RECKONED",
        "DTSTART;TZID=Customized Time Zone:20261124T090000 | 2026-11-24T17:00:00Z | RECKONED",
        "DTSTART;TZID=Customized Time Zone:20260115T090000 | 2026-01-15T17:00:00Z | RECKONED",
      })
  void aTimeIsTheMomentThatWasMeant(String line, String moment, Zone zone) throws Exception {
    Invitation read =
        file(PACIFIC.formatted("Customized Time Zone").replace("\n", "\r\n"), "UID:1", line);
    assertThat(read.start().orElseThrow().toInstant()).isEqualTo(Instant.parse(moment));
    assertThat(read.zone()).isEqualTo(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "PT45M, 45",
    "P1DT1H, 1500",
    "PT0S, 60",
    "-PT1H, 60",
    "P900D, 60",
    "PT99999999999H, 60",
    "'', 60"
  })
  void aLengthThatCannotBeIsAnHour(String duration, long minutes) throws Exception {
    assertThat(one("UID:1", "DTSTART:20261124T090000Z", "DURATION:" + duration).length())
        .isEqualTo(Duration.ofMinutes(minutes));
  }

  @Test
  void anEndBeforeTheStartIsNone() throws Exception {
    assertThat(one("UID:1", "DTSTART:20261124T090000Z", "DTEND:20261124T080000Z").length())
        .isEqualTo(Duration.ofMinutes(60));
  }

  @Test
  void aWholeDayHasNoTime() throws Exception {
    Invitation read = one("UID:1", "DTSTART;VALUE=DATE:20261124");
    assertThat(read.start()).isEmpty();
    assertThat(read.wholeDay()).contains(LocalDate.of(2026, 11, 24));
  }

  @Test
  void cancellationsAreRead() throws Exception {
    assertThat(one("UID:1", "STATUS:CANCELLED").status()).isEqualTo(Status.CANCELLED);
    assertThat(file("METHOD:CANCEL\r\n", "UID:1", "STATUS:CONFIRMED").status())
        .isEqualTo(Status.CANCELLED);
  }

  @Test
  void aRepetitionIsSaidAndNotReckoned() throws Exception {
    Invitation read =
        one(
            "UID:1",
            "DTSTART:20261124T090000Z",
            "RRULE:FREQ=SECONDLY;COUNT=2147483647;BYSECOND=0,1,2,3",
            "EXDATE:20261124T090000Z");
    assertThat(read.repeats()).isTrue();
    assertThat(read.start().orElseThrow().toInstant())
        .isEqualTo(Instant.parse("2026-11-24T09:00:00Z"));
    assertThat(one("UID:1", "RECURRENCE-ID:20261201T090000Z").uid())
        .isEqualTo("1/20261201T090000Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DTSTART:20260231T100000",
        "DTSTART:99999999T999999Z",
        "DTSTART;TZID=Europe/Berlin:tomorrow",
        "DTSTART",
        ":",
        ";;;;:::",
        "DTSTART;TZID=\"Europe/Berlin:20261124T100000",
        "SEQUENCE:999999999999",
        "\u0000\u0001",
        "ATTENDEE;CN=:mailto:",
        "LOCATION:https://",
        "DESCRIPTION:https://zoom.us/%%%"
      })
  void nonsenseIsNotRead(String line) throws Exception {
    Invitation read = one("UID:1", line, "SUMMARY:Still here");
    assertThat(read.start()).isEmpty();
    assertThat(read.link()).isEmpty();
  }

  @Test
  void anEventWithoutAUidHasTheSameOneEachTime() throws Exception {
    String first = one("SUMMARY:Talk", "DTSTART:20261124T090000Z").uid();
    assertThat(first).matches("read-[0-9a-f]{32}");
    assertThat(one("SUMMARY:Talk", "DTSTART:20261124T090000Z").uid()).isEqualTo(first);
    assertThat(one("SUMMARY:Talk", "DTSTART:20261125T090000Z").uid()).isNotEqualTo(first);
    assertThat(one("UID:a b\\nc").uid()).matches("read-[0-9a-f]{32}");
  }

  @Test
  void whatIsHugeIsRefusedOrCut() throws Exception {
    assertThatThrownBy(() -> Invitations.text(new byte[Invitations.LARGEST + 1]))
        .hasMessage("TOO_LARGE");
    assertThat(one("UID:1", "SUMMARY:" + "x".repeat(400_000)).title()).hasSize(500);
    String folded = "SUMMARY:x" + "\r\n x".repeat(100_000);
    assertThat(one("UID:1", folded).title()).hasSize(500);
    String nested = "BEGIN:VEVENT\r\n".repeat(30_000);
    assertThat(Invitations.read("BEGIN:VCALENDAR\r\n" + nested, BERLIN)).hasSize(1);
    String zones = PACIFIC.formatted("Z").replace("\n", "\r\n").repeat(1_000);
    assertThat(file(zones, "UID:1", "DTSTART;TZID=Q:20261124T100000").zone())
        .isEqualTo(Zone.ASSUMED);
    assertThatThrownBy(
            () ->
                Invitations.read(
                    "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\nEND:VEVENT\r\n".repeat(21), BERLIN))
        .hasMessage("TOO_MANY_EVENTS");
  }

  @Test
  void whatIsNoInvitationIsSaid() {
    assertThatThrownBy(() -> Invitations.read("Dear Grace, we invite you", BERLIN))
        .hasMessage("NO_CALENDAR");
    assertThatThrownBy(() -> Invitations.read("BEGIN:VCALENDAR\nEND:VCALENDAR", BERLIN))
        .hasMessage("NO_EVENT");
    assertThatThrownBy(() -> Invitations.read("BEGIN:VEVENT\nEND:VEVENT", BERLIN))
        .hasMessage("NO_CALENDAR");
  }

  @Test
  void filesOfOtherEncodingsAreRead() throws Exception {
    String text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Gespräch\nEND:VEVENT";
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252"))) {
      String read = Invitations.text(text.getBytes(charset));
      assertThat(Invitations.read(read, BERLIN).getFirst().title()).isEqualTo("Gespräch");
    }
    assertThat(Invitations.read("\uFEFF" + text, BERLIN)).hasSize(1);
  }
}
