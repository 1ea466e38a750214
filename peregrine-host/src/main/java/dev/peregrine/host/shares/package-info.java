/** How much of what many share each tenant may have, and how much of it they had. */
@NullMarked
package dev.peregrine.host.shares;

import org.jspecify.annotations.NullMarked;
