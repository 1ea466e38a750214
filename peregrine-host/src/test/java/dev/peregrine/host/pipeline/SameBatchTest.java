package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Posting;
import dev.peregrine.api.Salary;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameBatchTest {

  private static final String TEXT =
      "You build the services behind our grid planning tool in Java and Spring Boot, with Kafka"
          + " between them and PostgreSQL below, and you care for tests and readable code.";

  @Test
  void aJobThatAnotherBoardCompletesInTheSameBatchIsFoundByItsWordsOnce(@TempDir Path home)
      throws Exception {
    try (var databases = new Databases(Jobs.mappers(), InstantSource.system())) {
      new Tenant("one", home)
          .call(
              () -> {
                var jobs = new Jobs(databases, new Live(), InstantSource.system());
                Posting plain =
                    Posting.of("1", "Java Developer", URI.create("https://a.example/1"))
                        .withCompany(Optional.of("Nordlicht"))
                        .withDescription(Optional.of(TEXT));
                Posting paid =
                    Posting.of("2", "Java Developer", URI.create("https://b.example/2"))
                        .withCompany(Optional.of("Nordlicht"))
                        .withDescription(Optional.of(TEXT))
                        .withTags(List.of("kotlin"))
                        .withSalary(
                            Salary.of(
                                Optional.of(new BigDecimal(60_000)),
                                Optional.empty(),
                                "EUR",
                                PayPeriod.YEAR));
                List<Stored> stored = jobs.store(List.of(found("a", plain), found("b", paid)));

                assertThat(stored.get(1)).isInstanceOf(Stored.AlsoOn.class);
                JobPage page =
                    jobs.page(JobFilter.all().withWords("kotlin"), Optional.empty(), 10);
                assertThat(page.rows()).hasSize(1);
                assertThat(page.rows().getFirst().salary()).isPresent();
                // A later batch may complete it again: its words leave the index and come back.
                jobs.update(page.rows().getFirst().id(), plain);
                assertThat(
                        jobs.page(JobFilter.all().withWords("grid"), Optional.empty(), 10).rows())
                    .hasSize(1);
                return null;
              });
    }
  }

  private static Found found(String board, Posting posting) {
    return new Found(posting, board, OptionalLong.empty(), Optional.empty());
  }
}
