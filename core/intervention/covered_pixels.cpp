#include "core/intervention/covered_pixels.h"

#include <string>

#include "core/base/error.h"
#include "core/image/blur.h"
#include "core/image/pixel_input.h"

namespace headlight {
namespace {

/// Blurs patches of the picture in `from` into `to`.
void blur(const PixelInput& from, const std::vector<Index>& patches, PixelInput& to) {
  for (const Index patch : patches) {
    const Index top = patch / from.cols() * from.patchHeight, left = patch % from.cols() * from.patchWidth;
    const PixelBox box{left, top, left + from.patchWidth, top + from.patchHeight};
    for (Index c = 0; c < from.channels; ++c) {
      const Eigen::Map<const Matrix> plane(&from.values(c, 0), from.height, from.width);
      const Matrix part = blurredPart(plane, box, blurWidth(from.height, from.width));
      for (Index line = 0; line < part.rows(); ++line)
        to.values.block(c, (top + line) * to.width + left, 1, part.cols()) = part.row(line);
    }
  }
}

}  // namespace

std::vector<Index> coveredPatches(const OccludePatches& cover, const std::vector<Token>& tokens,
                                  const PixelInput* pixels) {
  if (!pixels) throw Error("intervention: cover: expected an image, found a text");
  const std::vector<bool> members = membersOf(cover.patches, tokens);
  std::vector<Index> patches;
  for (std::size_t token = 0; token < members.size(); ++token) {
    if (!members[token]) continue;
    const Index patch = static_cast<Index>(token) - pixels->firstPatch;
    if (patch < 0)
      throw Error("intervention: cover: expected patches, tokens from " + std::to_string(pixels->firstPatch) +
                  " on, found token " + std::to_string(token) + ", " + tokens[token].text);
    patches.push_back(patch);
  }
  return patches;
}

std::shared_ptr<const PixelInput> coveredPixels(const std::vector<Token>& tokens,
                                                const std::shared_ptr<const PixelInput>& pixels,
                                                const std::vector<Intervention>& interventions) {
  std::shared_ptr<PixelInput> changed;
  for (const Intervention& intervention : interventions) {
    const OccludePatches* cover = std::get_if<OccludePatches>(&intervention);
    if (!cover) continue;
    if (pixels && (pixels->cut || pixels->channels != 3 || pixels->tiles() > 1))
      throw Error("intervention: cover: expected one picture of pixels, found patches of several or a sound");
    const std::vector<Index> patches = coveredPatches(*cover, tokens, pixels.get());
    if (!changed) changed = std::make_shared<PixelInput>(*pixels);
    if (cover->by == OccludePatches::By::Blur) {
      blur(*pixels, patches, *changed);
      continue;
    }
    Eigen::Vector3f value = Eigen::Vector3f::Zero();
    if (cover->by == OccludePatches::By::Mean) value = pixels->values.cast<double>().rowwise().mean().cast<float>();
    for (const Index patch : patches)
      for (Index line = 0; line < changed->patchHeight; ++line) {
        const Index y = patch / changed->cols() * changed->patchHeight + line;
        const Index x = patch % changed->cols() * changed->patchWidth;
        changed->values.middleCols(y * changed->width + x, changed->patchWidth).colwise() = value;
      }
  }
  return changed ? changed : pixels;
}

}  // namespace headlight
