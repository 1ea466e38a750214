package dev.peregrine.host.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.storage.ServerAddress;
import dev.peregrine.host.storage.ServerDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Support looks only where and while a person lets it. */
class SupportAccessTest {

  private static final String ANNA = "6c1f3a52-3c7e-4a2f-9d1b-0f2b8f6e7a11";
  private static final String BEN = "0b9e2f60-8f4b-4f38-9a5f-0a1f4a3c2d22";
  private static final String STAFF = "kim";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-12T08:00:00Z"));
  private ServerAddress address;
  private ServerDatabase database;
  private Standings standings;
  private SupportAccess support;

  @BeforeEach
  void open() throws Exception {
    address = TestPostgres.fresh();
    database = TestPostgres.database(address, now::get);
    database.start();
    standings = new Standings(database, now::get);
    support = new SupportAccess(database, standings, now::get);
  }

  @AfterEach
  void close() {
    standings.close();
    database.close();
  }

  private boolean enters(String user) {
    return support.enter(STAFF, user, "GET", "/review");
  }

  @Test
  void nobodyEntersWithoutAGrant() {
    assertThat(enters(ANNA)).isFalse();
    support.grant(ANNA, 4, "T-17");
    assertThat(enters(BEN)).isFalse();
  }

  @Test
  void eachLookIsNotedForThePerson() {
    support.grant(ANNA, 4, "T-17");
    assertThat(enters(ANNA)).isTrue();
    assertThat(support.looks(ANNA, Long.MAX_VALUE, 10))
        .singleElement()
        .satisfies(
            look -> {
              assertThat(look.staff()).isEqualTo(STAFF);
              assertThat(look.page()).isEqualTo("/review");
              assertThat(look.ticketRef()).isEqualTo("T-17");
              assertThat(look.at()).isEqualTo(now.get());
            });
    assertThat(support.grants(ANNA, 10))
        .singleElement()
        .extracting(SupportGrant::looks)
        .isEqualTo(1L);
    assertThat(support.looks(BEN, Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void aGrantEndsByItselfAndWhenItIsTakenBack() {
    support.grant(ANNA, 4, "");
    long id = support.grants(ANNA, 1).getFirst().id();
    assertThat(support.revoke(BEN, id)).as("another person's").isFalse();
    assertThat(support.revoke(ANNA, id)).isTrue();
    assertThat(enters(ANNA)).isFalse();
    assertThat(support.giveBack(ANNA, id)).isTrue();
    assertThat(enters(ANNA)).isTrue();
    now.updateAndGet(then -> then.plus(Duration.ofHours(4)));
    assertThat(enters(ANNA)).isFalse();
    assertThat(support.giveBack(ANNA, id)).isFalse();
  }

  @Test
  void supportChangesNothingAndTakesNothingAway() {
    support.grant(ANNA, 72, "");
    assertThat(support.enter(STAFF, ANNA, "POST", "/review")).isFalse();
    assertThat(support.enter(STAFF, ANNA, "GET", "/settings/backup/file")).isFalse();
    assertThat(support.enter(STAFF, ANNA, "GET", "/settings/support")).isFalse();
    assertThat(support.enter(STAFF, ANNA, "GET", "/api/v1/jobs")).isFalse();
    assertThat(support.enter(" ", ANNA, "GET", "/review")).isFalse();
    assertThat(support.looks(ANNA, Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void whoCannotBeNotedIsNotLetIn() throws Exception {
    support.grant(ANNA, 4, "");
    TestPostgres.change(address, "ALTER TABLE support_access_log RENAME TO elsewhere");
    assertThat(enters(ANNA)).isFalse();
  }
}
