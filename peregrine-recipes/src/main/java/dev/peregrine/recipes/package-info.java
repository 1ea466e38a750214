/**
 * Boards in a few lines of YAML: {@link dev.peregrine.recipes.Recipes} reads a recipe and makes a
 * {@link dev.peregrine.recipes.RecipeBoard} of it. The format is described in docs/recipes.md and
 * docs/recipe.schema.json.
 */
@NullMarked
package dev.peregrine.recipes;

import org.jspecify.annotations.NullMarked;
