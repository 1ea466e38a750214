package dev.peregrine.host.sessions;

import dev.peregrine.host.sessions.Verdict.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says who somebody is by the header in which the server in front passes their session on. */
public final class Sessions {

  private final SessionTokens tokens;
  private final EndedSessions ended;

  public Sessions(SessionTokens tokens, EndedSessions ended) {
    this.tokens = tokens;
    this.ended = ended;
  }

  /** Ends the sessions in such a header, so that none of them counts any more. */
  public void end(String header) {
    SessionHeader.tokens(header).stream()
        .map(tokens::read)
        .filter(Session.class::isInstance)
        .map(Session.class::cast)
        .forEach(session -> ended.end(session.mark(), session.expires().plus(tokens.skew())));
  }

  private Verdict verdict(String token) {
    Verdict verdict = tokens.read(token);
    return verdict instanceof Session session && ended.has(session.mark())
        ? new Verdict.Refused(Reason.ENDED)
        : verdict;
  }

  /**
   * Whose session it is. Where one browser sends several, those that count must be of one person:
   * another one could have been planted there.
   *
   * @param header the whole {@code Cookie} header with {@code cf_session} in it, or the token alone
   */
  public Verdict read(String header) {
    List<Verdict> verdicts = SessionHeader.tokens(header).stream().map(this::verdict).toList();
    List<Session> counting =
        verdicts.stream()
            .filter(Session.class::isInstance)
            .map(Session.class::cast)
            .sorted(Comparator.comparing(Session::expires).reversed())
            .toList();
    if (counting.stream().map(Session::user).collect(Collectors.toSet()).size() > 1) {
      return new Verdict.Refused(Reason.TWO);
    }
    Optional<? extends Verdict> best =
        counting.isEmpty() ? verdicts.stream().findFirst() : counting.stream().findFirst();
    return best.isPresent() ? best.get() : new Verdict.Refused(Reason.NO_TOKEN);
  }
}
