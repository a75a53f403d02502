#pragma once

#include <QString>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/matrix.h"
#include "core/base/shared_value.h"
#include "core/intervention/intervention.h"
#include "core/reading/input.h"
#include "ui/images/kept_image.h"
#include "ui/images/kept_sound.h"
#include "ui/state/panel_state.h"
#include "ui/state/statistics_view.h"

namespace headlight {

/// In which order the atlas shows which heads.
struct AtlasState {
  std::optional<HeadId> like;  ///< By likeness to this head, the likest first; in layers and heads without one.
  std::string filter;          ///< Only heads that this HeadQuery fits; all when empty.
  std::string by;  ///< By this number of headColumns(), the largest first, or by "label"; not together with `like`.
  bool operator==(const AtlasState&) const = default;
};

/// A page of the deck that is collected while exploring.
struct DeckSlide {
  std::string title, sentence;  ///< UTF-8.
  Shared<std::string> session;  ///< What it shows, as sessionText() writes it: a workspace of the panels on the slide.
  std::optional<StatisticsView> statistics = {};  ///< Shown in place of the panels.

  bool operator==(const DeckSlide&) const = default;
};

/// Something that is changed in what the model does.
struct Change {
  Intervention what;
  bool on = true;  ///< Switched off it is kept and does nothing.
  bool operator==(const Change&) const = default;
};

/// Everything that makes a workspace what it is, as a plain value: a session file holds one, undo goes back to one.
/// Copies share what is long.
struct WorkspaceState {
  std::filesystem::path model;                       ///< The folder.
  std::optional<std::filesystem::path> otherModel;   ///< The one that it is compared with.
  Shared<std::string> text;                          ///< UTF-8.
  std::optional<Shared<std::string>> pair;           ///< The second text, when there is one.
  std::optional<Shared<Conversation>> conversation;  ///< Read in place of the text; none for a plain text.
  Shared<std::vector<std::int64_t>> continuation;    ///< Ids of the tokens that the model wrote behind the text.
  std::optional<TextInput> otherText;                ///< What the text is compared with.
  Shared<std::string> ids;                           ///< Token ids as typed, for a model without a tokenizer.
  std::vector<KeptImage> pictures;  ///< Of the text, in order; a vision model reads the first in place of the text.
  std::optional<KeptSound> sound;   ///< What a speech model reads.
  std::vector<Change> changes;      ///< Act in their order.
  bool showsChanges = true;         ///< With changes switched on, the window is of the changed model.
  HeadId head;                      ///< Selected: what panels without a head of their own show.
  std::optional<Index> token;       ///< Pinned token.
  std::vector<PanelState> panels;
  std::optional<std::size_t> maximised;  ///< The panel that has all the room.
  AtlasState atlas;
  std::map<HeadId, std::string> headNotes;  ///< What a person wrote about heads, UTF-8; none is empty.
  Shared<std::vector<DeckSlide>> deck;

  bool operator==(const WorkspaceState&) const = default;
};

/// So many of each a workspace has at most: a session with more would not be read again.
inline constexpr std::size_t kMostPanels = 100, kMostLenses = 20, kMostSpans = 1000, kMostHeads = 1000,
                             kMostSlides = 500, kMostChanges = 1000, kMostTurns = 500, kMostNotes = 10'000,
                             kMostPictures = 50;
/// So many bytes a note has at most.
inline constexpr std::size_t kLongestNote = 10'000;
/// What `state` has too many of, as a sentence; empty when it is within the limits.
QString beyondLimits(const WorkspaceState& state);

/// The panels with the scale and the sinks that the person prefers.
std::vector<PanelState> asPreferred(std::vector<PanelState> panels);
/// The panels that a workspace starts with: heatmap and links of the selected head side by side.
std::vector<PanelState> openingPanels();
/// What an image or a sound opens with: one head over it, and all heads. In which attention is settled with the model.
std::vector<PanelState> imagePanels();

/// What is changed in the model: those changes that are switched on.
std::vector<Intervention> changesIn(const WorkspaceState& state);

/// Whether pictures, atlas, tokens and predictions are those of the model with changes.
bool showsChanged(const WorkspaceState& state);
/// The reading that the window shows for `run`.
RunId shownRun(const WorkspaceState& state, RunId run);
/// Whether a panel sets the model with changes against the model without, so that it shows both whatever the window
/// does.
bool comparesChanges(const PanelState& panel);

/// Whether two states are read alike: they differ at most in what is selected, in view, or collected.
bool readAlike(const WorkspaceState& a, const WorkspaceState& b);
/// `after` as an edit of `before`: what another input does not have goes. What the model wrote is gone with its text,
/// and panels whose tokens are others are seen whole.
WorkspaceState edited(const WorkspaceState& before, WorkspaceState after);

/// Whether the workspace has what a reading reads.
bool hasRun(const WorkspaceState& state, RunId run);

/// `state` with panels that ask for nothing that it does not have: a missing text or model gives way to the first one,
/// what would be subtracted from itself is not, and a panel that has become what another one is goes.
WorkspaceState settledPanels(WorkspaceState state);

}  // namespace headlight
