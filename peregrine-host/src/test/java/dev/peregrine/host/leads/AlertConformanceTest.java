package dev.peregrine.host.leads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.mails.MailReading;
import dev.peregrine.host.mails.ReadMail;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Mails of boards as they were recorded, where they are at hand. */
class AlertConformanceTest {

  /** File → postings, and how many of them have an employer and a place. */
  private static final Map<String, int[]> EXPECTED =
      Map.of(
          "jobmaxxing-linkedin_alert.eml", new int[] {6, 6, 6},
          "modelled-indeed-digest-de.eml", new int[] {3, 3, 2},
          "modelled-indeed_alert_cn.html", new int[] {4, 4, 4});

  @TestFactory
  Stream<DynamicTest> recordedAlertsAreRead() {
    Path folder = folder();
    if (folder == null) {
      return Stream.of(
          DynamicTest.dynamicTest("fixtures are not here: nothing was checked", () -> {}));
    }
    return EXPECTED.keySet().stream()
        .sorted()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      List<AlertLink> found = AlertLinks.of(mail(folder.resolve(name))).postings();
                      assertThat(found).allMatch(link -> !link.title().isEmpty());
                      assertThat(
                              new int[] {
                                found.size(),
                                (int) found.stream().filter(l -> l.company().isPresent()).count(),
                                (int) found.stream().filter(l -> l.place().isPresent()).count()
                              })
                          .as(found.toString())
                          .isEqualTo(EXPECTED.get(name));
                    }));
  }

  private static MailMessage mail(Path file) throws Exception {
    if (file.toString().endsWith(".html")) {
      return message(
          Optional.of(Address.of("alert@indeed.com")), "", Optional.of(Files.readString(file)));
    }
    try (InputStream in = Files.newInputStream(file)) {
      ReadMail read = new MailReading(InstantSource.fixed(Instant.EPOCH)).read(in);
      return message(read.from(), read.text() + "\n" + read.quoted(), read.html());
    }
  }

  private static MailMessage message(Optional<Address> from, String text, Optional<String> html) {
    return new MailMessage(
        "1",
        from,
        List.of(),
        "",
        Optional.empty(),
        text,
        "",
        html,
        List.of(),
        List.of(),
        Map.of(),
        false);
  }

  private static @Nullable Path folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared").resolve("fixtures").resolve("mail");
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    return null;
  }
}
