#pragma once

#include <QString>
#include <filesystem>
#include <vector>

#include "ui/export/exporter.h"

namespace headlight {

/// A figure for a while: on a page of its own, whose title and sentence are the figure's where they are empty.
struct AnimationFrame {
  DeckPage page;
  int milliseconds = 1000;
};

/// Figures one after the other.
struct Animation {
  QString name;
  std::vector<AnimationFrame> frames;  ///< At least one, at most kMostFrames.
  Provenance provenance = {};          ///< Of all of it, with the text.
  bool goesOn = true;                  ///< Its slides follow by themselves; else each waits for a key.
};

/// More frames are refused: nobody looks at them, and a file of them is large.
inline constexpr std::size_t kMostFrames = 300;
/// A frame is shown so long, in milliseconds.
inline constexpr int kLeastFrameTime = 20, kMostFrameTime = 60'000;

/// The kinds of file that an animation can be put into.
enum class AnimationKind { Gif, WebP, Page, Slides };
inline constexpr int kAnimationKinds = static_cast<int>(AnimationKind::Slides) + 1;

/// "gif", "webp", "html", "pptx".
const char* suffixOf(AnimationKind kind);
/// The kind that the suffix of `path` names; throws Error for any other suffix.
AnimationKind animationKindOf(const std::filesystem::path& path);
/// The kind of figure that one frame of it is.
FileKind frameKind(AnimationKind kind);

/// Shows every frame that long, the last one twice as long.
void setFrameTime(Animation& animation, int milliseconds);

}  // namespace headlight
