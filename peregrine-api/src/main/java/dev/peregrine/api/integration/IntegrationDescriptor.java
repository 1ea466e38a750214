package dev.peregrine.api.integration;

import dev.peregrine.api.About;
import dev.peregrine.api.Descriptor;
import dev.peregrine.api.SignIn;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an integration is and can do, one record a kind.
 *
 * @since 0.1
 */
public sealed interface IntegrationDescriptor extends Descriptor {

  /** How the person signs in; empty where the settings suffice. */
  Optional<SignIn> signIn();

  /** What it can do beyond what its kind demands. */
  Set<Capability> can();

  /** What an integration may be able to do. Constants may be added in minor versions. */
  enum Capability {
    /** A tracker can make a new target: {@link Tracker#create}. */
    CREATE_TARGETS,
    /** A tracker can add columns to a target: {@link Tracker#addColumns}. */
    ADD_COLUMNS,
    /** A tracker can take rows out of sight: {@link Tracker#archive}. */
    ARCHIVE,
    /** A tracker can read columns back: {@link Tracker#pull}. */
    PULL,
    /** A document store keeps the versions before the last one. */
    VERSIONS,
    /** A document store gives each document a link for the person. */
    LINKS,
    /** A calendar service can make a new calendar: {@link Calendar#create}. */
    CREATE_CALENDARS,
    /** A calendar tells what the person changed in it: {@link Calendar#changes}. */
    CHANGES,
    /** A calendar reminds: it takes {@link CalendarEvent#alarms}. */
    ALARMS
  }

  /**
   * What a tracker is.
   *
   * @param batch most rows in one push, 1 to 1,000; the host makes as many pushes as are needed
   * @param longestText most characters in a cell of text, 100 or more; the host cuts longer ones
   */
  record ForTracker(
      About about, Optional<SignIn> signIn, Set<Capability> can, int batch, int longestText)
      implements IntegrationDescriptor {
    public ForTracker {
      can = checked(about, signIn, can);
      if (batch < 1 || batch > 1000) {
        throw new IllegalArgumentException(
            "Tracker \"%s\": batch \"%d\", expected 1 to 1,000 rows.".formatted(about.id(), batch));
      }
      if (longestText < 100) {
        throw new IllegalArgumentException(
            "Tracker \"%s\": longest text \"%d\", expected 100 or more characters."
                .formatted(about.id(), longestText));
      }
    }

    /** A tracker that takes 100 rows at once and 2,000 characters a cell. */
    public static ForTracker of(About about, Capability... can) {
      return new ForTracker(about, Optional.empty(), Set.of(can), 100, 2000);
    }

    /** This with a sign-in. */
    public ForTracker withSignIn(SignIn newSignIn) {
      return new ForTracker(about, Optional.of(newSignIn), can, batch, longestText);
    }

    /** This with other limits. */
    public ForTracker withLimits(int newBatch, int newLongestText) {
      return new ForTracker(about, signIn, can, newBatch, newLongestText);
    }
  }

  /**
   * What a document store is.
   *
   * @param largest most bytes of a document, 1 or more; larger ones are not handed over
   */
  record ForDocumentStore(About about, Optional<SignIn> signIn, Set<Capability> can, long largest)
      implements IntegrationDescriptor {
    public ForDocumentStore {
      can = checked(about, signIn, can);
      if (largest < 1) {
        throw new IllegalArgumentException(
            "Document store \"%s\": largest document \"%d\", expected 1 or more bytes."
                .formatted(about.id(), largest));
      }
    }

    /** A document store that takes documents up to 1 GiB. */
    public static ForDocumentStore of(About about, Capability... can) {
      return new ForDocumentStore(about, Optional.empty(), Set.of(can), 1L << 30);
    }

    /** This with a sign-in. */
    public ForDocumentStore withSignIn(SignIn newSignIn) {
      return new ForDocumentStore(about, Optional.of(newSignIn), can, largest);
    }

    /** This with another largest document. */
    public ForDocumentStore withLargest(long newLargest) {
      return new ForDocumentStore(about, signIn, can, newLargest);
    }
  }

  /** What a calendar is. */
  record ForCalendar(About about, Optional<SignIn> signIn, Set<Capability> can)
      implements IntegrationDescriptor {
    public ForCalendar {
      can = checked(about, signIn, can);
    }

    /** A calendar whose settings suffice to reach it. */
    public static ForCalendar of(About about, Capability... can) {
      return new ForCalendar(about, Optional.empty(), Set.of(can));
    }

    /** This with a sign-in. */
    public ForCalendar withSignIn(SignIn newSignIn) {
      return new ForCalendar(about, Optional.of(newSignIn), can);
    }
  }

  /**
   * What a notifier is.
   *
   * @param longestTitle most characters of a title, 20 or more; the host cuts longer ones
   * @param longestText most characters of text and items together, 100 or more; the host cuts
   *     longer ones and leaves the link
   * @param testIsSeen whether a test sends a message that others may see
   */
  record ForNotifier(
      About about,
      Optional<SignIn> signIn,
      Set<Capability> can,
      int longestTitle,
      int longestText,
      boolean testIsSeen)
      implements IntegrationDescriptor {
    public ForNotifier {
      can = checked(about, signIn, can);
      if (longestTitle < 20 || longestText < 100) {
        throw new IllegalArgumentException(
            "Notifier \"%s\": title \"%d\" and text \"%d\", expected at least 20 and 100 characters."
                .formatted(about.id(), longestTitle, longestText));
      }
    }

    /** A notifier with a title of 100 and a text of 2,000 characters whose test nobody sees. */
    public static ForNotifier of(About about) {
      return new ForNotifier(about, Optional.empty(), Set.of(), 100, 2000, false);
    }

    /** This with a sign-in. */
    public ForNotifier withSignIn(SignIn newSignIn) {
      return new ForNotifier(
          about, Optional.of(newSignIn), can, longestTitle, longestText, testIsSeen);
    }

    /** This with other limits. */
    public ForNotifier withLimits(int newLongestTitle, int newLongestText) {
      return new ForNotifier(about, signIn, can, newLongestTitle, newLongestText, testIsSeen);
    }

    /** This with a test that others may see, or not. */
    public ForNotifier withTestIsSeen(boolean seen) {
      return new ForNotifier(about, signIn, can, longestTitle, longestText, seen);
    }
  }

  private static Set<Capability> checked(
      About about, Optional<SignIn> signIn, Set<Capability> can) {
    Objects.requireNonNull(about);
    Objects.requireNonNull(signIn);
    var copy = EnumSet.noneOf(Capability.class);
    copy.addAll(can);
    return Collections.unmodifiableSet(copy);
  }
}
