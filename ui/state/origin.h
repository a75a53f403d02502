#pragma once

namespace headlight {

/// Where a change of a workspace comes from.
enum class Origin {
  Person,   ///< A command, a click.
  Typing,   ///< The fields that texts are typed into; they show the change already.
  Program,  ///< A result made it necessary, or something was brought into view: no work of a person's.
  History,  ///< Undo and redo.
  Session,  ///< A whole workspace has come: a session, or what a window opens with.
};

/// What became of a change that was asked for.
enum class EditOutcome {
  Applied,
  Unchanged,  ///< The state was so before, or what was asked for does not fit models and texts.
  Refused,    ///< It is beyond what a workspace holds; nothing has changed.
  Opening,    ///< Models are being opened for it: it is applied when they are, and not at all when they cannot be.
};

}  // namespace headlight
