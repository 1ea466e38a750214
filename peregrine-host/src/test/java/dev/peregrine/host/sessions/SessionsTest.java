package dev.peregrine.host.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.sessions.SessionRules.Secret;
import dev.peregrine.host.sessions.Verdict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionsTest {

  private static final Instant NOW = Instant.parse("2026-03-12T08:41:00Z");

  private final Sessions sessions =
      new Sessions(
          new SessionTokens(
              new SessionRules(
                  List.of(Secret.of(Tokens.SECRET)),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Duration.ZERO),
              InstantSource.fixed(NOW)),
          new EndedSessions(InstantSource.fixed(NOW)));
  private final String ann = Tokens.of(Tokens.ANN, NOW);
  private final String bob = Tokens.of(Tokens.BOB, NOW);

  private void isAnn(String header) {
    assertThat(sessions.read(header))
        .as(header)
        .isInstanceOfSatisfying(
            Session.class, session -> assertThat(session.user()).isEqualTo(Tokens.ANN));
  }

  private void isNobody(String header) {
    assertThat(sessions.read(header)).as(header).isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void itIsFoundInAWholeCookieHeaderAndAlone() {
    isAnn(ann);
    isAnn("  " + ann + " ");
    isAnn("cf_session=" + ann);
    isAnn("a=b; cf_session=" + ann + "; peregrine_look=auto.normal");
    isAnn("a=b;cf_session=\"" + ann + "\"");
  }

  @Test
  void otherCookiesAreNone() {
    isNobody("");
    isNobody("a=b; c");
    isNobody("xcf_session=" + ann);
    isNobody("cf_session_old=" + ann);
    isNobody("CF_SESSION=" + ann);
    isNobody("a=cf_session=" + ann);
    isNobody("cf_session=");
  }

  @Test
  void anOldSessionBesideAGoodOneDoesNotKeepAnybodyOut() {
    String old = Tokens.of(Tokens.ANN, NOW.minus(Duration.ofDays(1)));
    isAnn("cf_session=" + old + "; cf_session=" + ann);
    isAnn("cf_session=" + ann + "; cf_session=" + old);
    isAnn("cf_session=nonsense; cf_session=" + ann);
  }

  @Test
  void twoPeopleAtOnceAreNobody() {
    assertThat(sessions.read("cf_session=" + ann + "; cf_session=" + bob))
        .isEqualTo(new Verdict.Refused(Reason.TWO));
  }

  @Test
  void manyOfThemAreATry() {
    var header = new StringBuilder("cf_session=" + ann);
    for (int i = 0; i < 10; i++) {
      header.append("; cf_session=x").append(i);
    }
    isNobody(header.toString());
  }
}
