package dev.peregrine.host.storage;

/** Gives the mappers of one connection. Valid only inside the work that received it. */
@FunctionalInterface
public interface Mappers {

  /** The mapper of that type, which must be among those that {@link Databases} was made with. */
  <M> M of(Class<M> mapper);
}
