#include "ui/export/motion/animation.h"

#include <algorithm>

#include "core/base/error.h"

namespace headlight {
namespace {

constexpr const char* kAnimationSuffixes[kAnimationKinds] = {"gif", "webp", "html", "pptx"};

}  // namespace

const char* suffixOf(AnimationKind kind) { return kAnimationSuffixes[static_cast<int>(kind)]; }

AnimationKind animationKindOf(const std::filesystem::path& path) {
  const QString suffix = QString::fromStdString(path.extension().string()).toLower();
  for (int i = 0; i < kAnimationKinds; ++i)
    if (suffix == QLatin1Char('.') + QLatin1String(kAnimationSuffixes[i])) return static_cast<AnimationKind>(i);
  throw Error("cannot write '" + path.string() +
              "': expected a name that ends in .gif, .webp, .html or .pptx for an animation");
}

FileKind frameKind(AnimationKind kind) {
  return kind == AnimationKind::Page     ? FileKind::Page
         : kind == AnimationKind::Slides ? FileKind::Slides
                                         : FileKind::Png;
}

void setFrameTime(Animation& animation, int milliseconds) {
  const int each = std::clamp(milliseconds, kLeastFrameTime, kMostFrameTime);
  for (AnimationFrame& frame : animation.frames) frame.milliseconds = each;
  if (!animation.frames.empty()) animation.frames.back().milliseconds = std::min(2 * each, kMostFrameTime);
}

}  // namespace headlight
