#pragma once

#include <QString>
#include <filesystem>
#include <string>
#include <vector>

#include "ui/state/workspace_state.h"

namespace headlight {

/// A sentence that shows something in one head of a built-in model.
struct Sample {
  std::string title;  ///< "A repeated name"
  std::string shows;  ///< What to look for.
  std::string model;  ///< Name of the model.
  std::string text;
  std::optional<std::string> pair;
  HeadId head;
  bool cross = false;               ///< Shows what a translator looks at in its source.
  std::filesystem::path picture;    ///< What the model reads with the text; empty for none.
  std::string written;              ///< What the model says to it, behind the text.
  std::optional<Index> token = {};  ///< Pinned.
};

/// The samples in a samples.json: a list of {title, shows, text, pair?, model, layer, head, attention?, picture?,
/// written?, token?}, attention "cross" for what a translator looks at in its source, `picture` a file beside it.
/// Throws Error that names the file and the entry.
std::vector<Sample> readSamples(const std::filesystem::path& file);

/// The samples that come with the program. Throws Error when they are missing.
std::vector<Sample> builtInSamples();

/// Its title and what it shows in the language of the window, for which resources/translations/update reads the files.
QString sampleTitle(const Sample& sample);
QString sampleShows(const Sample& sample);

/// The stops of "Five things heads do". Throws Error when they are missing.
std::vector<Sample> fiveThings();

/// `sample` in a workspace with those of `panels` that can show it, or with others where none can. Throws Error when
/// the sample's model or picture is not there.
WorkspaceState stateOf(const Sample& sample, const std::vector<PanelState>& panels);

/// What a first start shows: the first sample of the built-in model that opens first.
WorkspaceState openingState();

/// The same of the model in a folder or file: its first sample, or where it has none the opening one's text.
WorkspaceState openingState(const std::filesystem::path& model);

}  // namespace headlight
