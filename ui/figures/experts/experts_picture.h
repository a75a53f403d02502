#pragma once

namespace headlight {

/// What a picture of experts shows.
enum class ExpertsPicture {
  Grid,  ///< Layer × token: the chosen experts of each cell.
  Load,  ///< For each layer a bar for each expert: the tokens that chose it.
  Text   ///< The text in the colours of one layer's experts, or the tokens of one expert.
};

}  // namespace headlight
