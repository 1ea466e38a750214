package dev.peregrine.host.integrations;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which integrations of the current tenant are connected, and how their last calls went. */
final class Ledger {

  private static final int LONGEST = 500;

  private final Databases databases;
  private final Live live;
  private final InstantSource clock;

  Ledger(Databases databases, Live live, InstantSource clock) {
    this.databases = databases;
    this.live = live;
    this.clock = clock;
  }

  /** All that are connected, by key. */
  Map<String, IntegrationMapper.Row> connected() {
    return read(IntegrationMapper::all).stream()
        .collect(Collectors.toMap(IntegrationMapper.Row::key, Function.identity()));
  }

  boolean isConnected(String key) {
    return read(mapper -> mapper.find(key)).isPresent();
  }

  static Optional<Trouble> trouble(IntegrationMapper.Row row) {
    return row.trouble().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Trouble(
                Instant.ofEpochMilli(row.troubleSince()), row.troublePasses(), row.trouble()));
  }

  void connect(String key, String reached) {
    write(
        mapper -> {
          mapper.connect(key, reached, clock.millis());
          return true;
        });
    changed();
  }

  void reached(String key, String reached) {
    write(
        mapper -> {
          mapper.reach(key, reached);
          return true;
        });
    changed();
  }

  /** Everything that is stored about one, to be brought back. */
  record Entry(IntegrationMapper.Row row, List<IntegrationMapper.Note> notes) {
    @Override
    public String toString() {
      return "Entry[" + row.key() + "]";
    }
  }

  /** Takes one out, with its notes; empty where it was not connected. */
  Optional<Entry> remove(String key) {
    Optional<Entry> entry =
        write(
            mapper -> {
              Optional<Entry> before =
                  mapper.find(key).map(row -> new Entry(row, mapper.notes(key)));
              mapper.dropNotes(key);
              int _ = mapper.disconnect(key);
              return before;
            });
    entry.ifPresent(gone -> changed());
    return entry;
  }

  void putBack(Entry entry) {
    String key = entry.row().key();
    write(
        mapper -> {
          mapper.connect(key, entry.row().reached(), entry.row().connected());
          entry.notes().forEach(note -> mapper.putNote(key, note.name(), note.value()));
          return true;
        });
    changed();
  }

  /** Does something with one and notes how it went; nothing is noted where it is not connected. */
  <R> R noting(String key, Asked<R> asked) throws ExtensionException, InterruptedException {
    try {
      R result = asked.call();
      well(key);
      return result;
    } catch (ExtensionException failed) {
      if (failed.kind() != Kind.UNSUPPORTED) {
        boolean passes = failed.kind() == Kind.UNAVAILABLE || failed.kind() == Kind.RATE_LIMITED;
        failed(key, passes, String.valueOf(failed.getMessage()));
      }
      throw failed;
    } catch (PluginBugException bug) {
      failed(key, false, bug.sentence());
      throw bug;
    }
  }

  /** What is asked of an integration. */
  @FunctionalInterface
  interface Asked<R> extends Callable<R> {
    @Override
    R call() throws ExtensionException, InterruptedException;
  }

  private void well(String key) {
    boolean troubled =
        read(mapper -> mapper.find(key)).filter(row -> !row.trouble().isEmpty()).isPresent();
    if (troubled) {
      write(
          mapper -> {
            mapper.well(key);
            return true;
          });
      changed();
    }
  }

  private void failed(String key, boolean passes, String sentence) {
    String line = sentence.strip().replaceAll("\\s+", " ");
    String kept = line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    Optional<IntegrationMapper.Row> before = read(mapper -> mapper.find(key));
    boolean same =
        before.isEmpty()
            || before.get().trouble().equals(kept) && before.get().troublePasses() == passes;
    if (!same) {
      write(
          mapper -> {
            mapper.trouble(key, kept, passes, clock.millis());
            return true;
          });
      changed();
    }
  }

  private <T> T read(Function<IntegrationMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(IntegrationMapper.class)));
  }

  private <T> T write(Function<IntegrationMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(IntegrationMapper.class)));
  }

  private void changed() {
    live.changed(Tenant.current().id(), Integrations.TOPIC);
  }
}
