package dev.peregrine.host.discovery;

import dev.peregrine.api.Posting;
import dev.peregrine.host.config.Blocklist;
import dev.peregrine.host.config.ExcludedWord;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.pipeline.Hidden;
import dev.peregrine.host.pipeline.JobSample;
import dev.peregrine.host.pipeline.JobToScore;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.tenancy.Tenant;
import java.lang.ref.SoftReference;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tries a search profile on what is stored, hidden or not, before it is saved. Of many jobs it
 * takes an even sample: whoever types wants an answer before the next letter.
 */
public final class ProfileTrial {

  /** With so many the share that is kept is right within four percent of all, mostly. */
  private static final int MOST = 600;

  private final Jobs jobs;
  private final InstantSource clock;
  private final Map<String, SoftReference<Sample>> samples = new ConcurrentHashMap<>();

  /**
   * What a profile would do.
   *
   * @param all how many jobs are stored
   * @param tried on how many of them it was tried
   * @param kept how many of these it would keep
   * @param rules the other ones' first reasons, by rule, in the order in which rules are applied
   * @param words how many each excluded word hides of what the rest of the profile would keep
   */
  public record Outcome(
      long all, int tried, int kept, Map<String, Integer> rules, Map<ExcludedWord, Integer> words) {
    public Outcome {
      rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
      words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /** Whether it was tried on all that are stored. */
    public boolean isExact() {
      return tried >= all;
    }

    /** How many of all that would be, where so many of those it was tried on are. */
    public long ofAll(int some) {
      return tried == 0 ? 0 : Math.round((double) some * all / tried);
    }
  }

  /** A job with the words of its title and description. */
  private record Tried(Posting posting, List<String> title, List<String> description) {}

  private record Sample(long all, String mark, List<Tried> jobs) {}

  public ProfileTrial(Jobs jobs, InstantSource clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /** What a profile would keep of the current tenant's jobs. */
  public Outcome of(SearchProfile profile, Blocklist blocklist) {
    Sample sample = sample();
    var filters = new Filters(Planner.query(profile, List.of()), profile.minPay(), Set.of(), clock);
    var gate = new Gate(blocklist, List.of(), filters);
    var rules = new LinkedHashMap<String, Integer>();
    var words = new LinkedHashMap<ExcludedWord, Integer>();
    var phrases = new LinkedHashMap<ExcludedWord, List<String>>();
    for (ExcludedWord word : profile.excludedWords()) {
      phrases.put(word, Words.of(word.word()));
      words.put(word, 0);
    }
    int kept = 0;
    for (Tried each : sample.jobs()) {
      Optional<Hidden> hidden =
          filters.hides(each.posting()).or(() -> gate.blocks(each.posting(), each.description()));
      if (hidden.isPresent()) {
        rules.merge(hidden.get().rule(), 1, Integer::sum);
        continue;
      }
      boolean excluded = false;
      for (Map.Entry<ExcludedWord, List<String>> phrase : phrases.entrySet()) {
        if (hides(phrase.getKey().in(), phrase.getValue(), each)) {
          words.merge(phrase.getKey(), 1, Integer::sum);
          excluded = true;
        }
      }
      kept += excluded ? 0 : 1;
    }
    return new Outcome(sample.all(), sample.jobs().size(), kept, rules, words);
  }

  private static boolean hides(ExcludedWord.In in, List<String> phrase, Tried job) {
    return switch (in) {
      case TITLE -> Words.contain(job.title(), phrase);
      case DESCRIPTION -> Words.contain(job.description(), phrase);
      case BOTH -> Words.contain(job.title(), phrase) || Words.contain(job.description(), phrase);
    };
  }

  /**
   * Kept while memory allows and no job comes: between two letters nothing has to be read again.
   */
  private Sample sample() {
    String tenant = Tenant.current().id();
    SoftReference<Sample> kept = samples.get(tenant);
    Sample before = kept == null ? null : kept.get();
    if (before != null && before.mark().equals(jobs.sampleMark())) {
      return before;
    }
    JobSample fresh = jobs.sample(MOST);
    var known = new HashMap<String, String>();
    var tried = new ArrayList<Tried>(fresh.jobs().size());
    for (JobToScore job : fresh.jobs()) {
      tried.add(
          new Tried(
              job.posting(),
              once(Words.of(job.posting().title()), known),
              once(Gate.description(job.posting()), known)));
    }
    var sample = new Sample(fresh.all(), fresh.mark(), List.copyOf(tried));
    samples.put(tenant, new SoftReference<>(sample));
    return sample;
  }

  /** The same words as one object each. */
  private static List<String> once(List<String> words, Map<String, String> known) {
    return words.stream()
        .map(word -> Optional.ofNullable(known.putIfAbsent(word, word)).orElse(word))
        .toList();
  }
}
