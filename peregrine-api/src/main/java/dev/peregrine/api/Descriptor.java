package dev.peregrine.api;

/**
 * What an extension says of itself. Each extension point has a descriptor record of its own that
 * adds what is particular to it; all carry an {@link About}.
 *
 * <p>A descriptor is a constant: the host may ask for it at any time, keeps the first answer, and
 * draws from it the settings form, the consent question, the documentation row and the gate.
 *
 * @since 0.1
 */
public interface Descriptor {

  /** The part that all kinds of extension share. */
  About about();
}
