package dev.peregrine.host.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often mails are taken to belong where they belong, over mails and applications of our own in
 * the shape of real ones: {@code matching-mails.txt}.
 */
class MatchingQualityTest {

  /** A mail of the set. */
  private record Labelled(String expected, String from, String subject, String text) {}

  @Test
  void almostAllMailsAreFoundAndHardlyAnyIsTakenForAnothers(@TempDir Path folder)
      throws IOException {
    try (var home = new MatchingHome(folder)) {
      Map<String, Long> jobs = new HashMap<>();
      var mails = new ArrayList<Labelled>();
      read(home, jobs, mails);
      int right = 0;
      int wrong = 0;
      int belonging = 0;
      var misses = new ArrayList<String>();
      for (Labelled mail : mails) {
        int open = mail.from().indexOf('<');
        long id =
            home.from(
                    mail.from().substring(0, open).strip(),
                    mail.from().substring(open + 1, mail.from().length() - 1))
                .comes(mail.subject(), mail.text());
        String found =
            home.mail(id)
                .belonging()
                .map(
                    belongs ->
                        jobs.entrySet().stream()
                            .filter(job -> job.getValue() == belongs.job())
                            .findFirst()
                            .orElseThrow()
                            .getKey())
                .orElse("-");
        belonging += mail.expected().equals("-") ? 0 : 1;
        if (!found.equals("-")) {
          right += found.equals(mail.expected()) ? 1 : 0;
          wrong += found.equals(mail.expected()) ? 0 : 1;
        }
        if (!found.equals(mail.expected())) {
          misses.add(
              "%s → %s %s: %s, %s"
                  .formatted(
                      mail.expected(), found, home.belongs(id), mail.from(), mail.subject()));
        }
      }
      double precision = (double) right / (right + wrong);
      double recall = (double) right / belonging;
      System.out.printf(
          "Matching: %d mails, %d applications, precision %.3f, recall %.3f%n%s%n",
          mails.size(), jobs.size(), precision, recall, String.join("\n", misses));

      assertThat(jobs).hasSizeGreaterThanOrEqualTo(30);
      assertThat(mails).hasSizeGreaterThanOrEqualTo(60);
      assertThat(precision).as("%s", misses).isGreaterThanOrEqualTo(0.98);
      assertThat(recall).as("%s", misses).isGreaterThanOrEqualTo(0.9);
    }
  }

  private static void read(MatchingHome home, Map<String, Long> jobs, List<Labelled> mails)
      throws IOException {
    String all;
    try (InputStream in = MatchingQualityTest.class.getResourceAsStream("/matching-mails.txt")) {
      all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String block : all.split("(?m)^== ")) {
      List<String> lines = block.lines().toList();
      if (lines.size() == 1 && lines.getFirst().startsWith("job ")) {
        String[] parts = lines.getFirst().substring("job ".length()).split(" \\| ");
        jobs.put(parts[0], home.application(parts[1], parts[2], parts[3]));
      } else if (lines.size() > 3) {
        mails.add(
            new Labelled(
                lines.getFirst().strip(),
                lines.get(1),
                lines.get(2),
                String.join("\n", lines.subList(3, lines.size()))));
      }
    }
  }
}
