#include "core/text/models/pieces.h"

namespace headlight {

void cutsOf(const std::vector<ByteRange>& matches, std::size_t size, std::vector<Cut>& cuts) {
  std::uint32_t at = 0;
  for (const ByteRange& match : matches) {
    if (at != match.start) cuts.push_back({at, match.start, false});
    cuts.push_back({match.start, match.end, true});
    at = match.end;
  }
  if (at != size) cuts.push_back({at, static_cast<std::uint32_t>(size), false});
}

namespace {

/// Joins cuts in place, first to last: `joins(previous, current)` says whether a cut goes on the one before it.
template <typename Joins>
void join(std::vector<Cut>& cuts, Joins joins) {
  std::size_t kept = 0;
  bool previous = false;
  for (const Cut cut : cuts) {
    if (kept > 0 && joins(previous, cut.isMatch)) {
      cuts[kept - 1].end = cut.end;
    } else {
      cuts[kept++] = cut;
    }
    previous = cut.isMatch;
  }
  cuts.resize(kept);
}

/// The same from last to first: a cut goes in front of the one behind it.
void joinWithNext(std::vector<Cut>& cuts) {
  std::size_t kept = cuts.size();
  bool next = false;
  for (std::size_t i = cuts.size(); i-- > 0;) {
    const Cut cut = cuts[i];
    if (kept < cuts.size() && cut.isMatch && !next) {
      cuts[kept].start = cut.start;
    } else {
      cuts[--kept] = cut;
    }
    next = cut.isMatch;
  }
  cuts.erase(cuts.begin(), cuts.begin() + static_cast<std::ptrdiff_t>(kept));
}

}  // namespace

void splitAt(std::vector<Cut>& cuts, SplitBehaviour behaviour, const AlignedText& text, std::vector<Piece>& out) {
  switch (behaviour) {
    case SplitBehaviour::Contiguous:
      join(cuts, [](bool previous, bool match) { return previous == match; });
      break;
    case SplitBehaviour::MergedWithPrevious:
      join(cuts, [](bool previous, bool match) { return match && !previous; });
      break;
    case SplitBehaviour::MergedWithNext:
      joinWithNext(cuts);
      break;
    case SplitBehaviour::Removed:
    case SplitBehaviour::Isolated:
      break;
  }
  const bool remove = behaviour == SplitBehaviour::Removed;
  for (const Cut& cut : cuts) {
    if (cut.start != cut.end && !(remove && cut.isMatch)) out.push_back({text.slice(cut.start, cut.end)});
  }
}

}  // namespace headlight
