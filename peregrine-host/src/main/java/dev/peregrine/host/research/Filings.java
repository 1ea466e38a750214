package dev.peregrine.host.research;

import dev.peregrine.api.ExtensionException;
import java.util.Optional;

/** Where companies have to file who they are and how they do. */
interface Filings {

  Looked.Place place();

  /** What is filed of a company; empty where none of that name is there. */
  Optional<Source> look(Subject subject) throws ExtensionException, InterruptedException;
}
