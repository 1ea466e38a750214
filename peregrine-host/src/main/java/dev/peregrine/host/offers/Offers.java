package dev.peregrine.host.offers;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The current tenant's offers. Each save is a wording of its own that names the one it was made
 * from, so that a second window is told and nothing is overwritten.
 */
public final class Offers {

  /** The topic of {@link Live} that is told when an offer changes. */
  public static final String TOPIC = "offers";

  private static final int MOST = 50;

  private final Databases databases;
  private final Live live;
  private final InstantSource clock;

  /** The end of a save. */
  public sealed interface Saving {

    /**
     * Stored.
     *
     * @param version for {@link Offers#undo}; 0 where nothing was to be changed
     */
    record Done(long version) implements Saving {}

    /** Another window saved in between, or took the offer away; nothing was stored. */
    record Overtaken(Optional<Offer> inUse, long version) implements Saving {}
  }

  public Offers(Databases databases, Live live, InstantSource clock) {
    this.databases = databases;
    this.live = live;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(OfferMapper.class);
  }

  /** The offer for a job. */
  public Optional<Offer> of(long job) {
    return Optional.ofNullable(of(List.of(job)).get(job));
  }

  /** The offers for some jobs; those without one are left out. */
  public Map<Long, Offer> of(Collection<Long> jobs) {
    String ids = jobs.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    return read(mapper -> mapper.of(ids)).stream()
        .collect(Collectors.toMap(OfferMapper.Row::job, Offers::offer));
  }

  /** All offers, the last one first. */
  public List<Offer> all() {
    return read(mapper -> mapper.all(MOST)).stream().map(Offers::offer).toList();
  }

  /** Which wording is in use, for {@link #save}; 0 before the first. */
  public long version(long job) {
    return read(mapper -> version(mapper.inUse(job)));
  }

  /** Notes what is offered, unless another window did since that version. */
  public Saving save(long job, long madeFrom, Terms terms) {
    return write(job, madeFrom, TermsText.of(terms));
  }

  /** Takes an offer away, unless another window changed it since that version. */
  public Saving remove(long job, long madeFrom) {
    return write(job, madeFrom, null);
  }

  private Saving write(long job, long madeFrom, @Nullable String content) {
    Saving end =
        databases
            .current()
            .write(
                mappers -> {
                  OfferMapper mapper = mappers.of(OfferMapper.class);
                  OfferMapper.Row inUse = mapper.inUse(job);
                  String before = inUse == null ? null : inUse.content();
                  if (Objects.equals(before, content)) {
                    return new Saving.Done(0);
                  }
                  if (version(inUse) != madeFrom) {
                    return new Saving.Overtaken(
                        Optional.ofNullable(inUse)
                            .filter(row -> row.content() != null)
                            .map(Offers::offer),
                        version(inUse));
                  }
                  return new Saving.Done(mapper.add(job, clock.millis(), content).id());
                });
    live.changed(Tenant.current().id(), TOPIC);
    return end;
  }

  /**
   * Takes the last save or removal back.
   *
   * @return false where it was changed since
   */
  public boolean undo(long version) {
    boolean done =
        databases
            .current()
            .write(mappers -> mappers.of(OfferMapper.class).undo(version, clock.millis()) == 1);
    live.changed(Tenant.current().id(), TOPIC);
    return done;
  }

  private static long version(OfferMapper.@Nullable Row inUse) {
    return inUse == null ? 0 : inUse.id();
  }

  private static Offer offer(OfferMapper.Row row) {
    return new Offer(
        row.job(),
        row.id(),
        Instant.ofEpochMilli(row.at()),
        TermsText.read(String.valueOf(row.content())));
  }

  private <T> T read(Function<OfferMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(OfferMapper.class)));
  }
}
