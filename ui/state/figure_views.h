#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace headlight {

/// A view of `headlight figure`, and those of its options that not every view is drawn by.
struct FigureView {
  std::string name;
  std::set<std::string, std::less<>> options;  ///< "--token".
};
/// Every view: the kinds of panels, a difference, and charts. Help, checks and the command that a panel copies ask this
/// table.
const std::vector<FigureView>& figureViews();
/// The names of the views.
std::vector<std::string> figureViewNames();
/// "links and arcs": the views that an option is for, `last` before the last one.
std::string viewsWith(std::string_view option, std::string_view last = " and ");
/// Whether `view` is drawn by `option`; true for one that every view is.
bool usesOption(std::string_view view, std::string_view option);

}  // namespace headlight
