#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/checkpoint/stored_tensor.h"
#include "core/image/image_preparation.h"
#include "core/model/architecture.h"
#include "core/model/model.h"
#include "core/model/model_input.h"

namespace headlight {

/// Turns images into what a vision model reads; for images what a Tokenizer is for texts.
class ImageReader {
 public:
  /// `preparation` is that of the model's own images. `model` reads images by itself, in its encoder, or beside a text.
  ImageReader(ImagePreparation preparation, const Model& model);

  /// An image of any size, prepared; throws Error when the preparation does not give the model's size.
  ModelInput encode(const RgbImage& image) const;
  /// Values [3, height · width] that are prepared already; throws Error for another size than the model's.
  ModelInput encode(Matrix values, PixelSize size) const;
  /// The prepared tensors of one image (pixel_values, …) as the library's processor gives them; throws Error likewise.
  ModelInput encode(const TensorTable& prepared) const;

  /// A text with the places of its pictures, which its tokens of the model's image id take in order: as many as the
  /// pictures come to, or one for each picture, which becomes as many. Throws Error for another number. A model that
  /// compares text and picture has one picture beside the text.
  ModelInput beside(Encoding text, const std::vector<const RgbImage*>& images) const;
  /// The same with prepared tensors.
  ModelInput beside(Encoding text, const TensorTable& prepared) const;

  /// How many rows and columns of tiles each picture comes to, none for one that is not cut, and how many tokens a tile
  /// has in a text.
  struct Tiling {
    Index rows = 0, cols = 0, tokens = 0;
  };
  std::vector<Tiling> tilings(const std::vector<const RgbImage*>& images) const;

 private:
  struct Feature {
    ImagePlace place;
    TowerInput::Mixture mixture;
  };
  PreparedPictures held(const TensorTable& prepared) const;
  PreparedPictures checked(PreparedPictures pictures) const;
  ModelInput encode(PreparedPictures pictures) const;
  ModelInput beside(Encoding text, PreparedPictures pictures) const;
  Encoding tokensOf(const PreparedPictures& pictures) const;
  std::vector<Index> intoWindows(PreparedPictures& pictures) const;
  std::vector<Feature> features(const PreparedPictures& pictures, const std::vector<Index>& order) const;
  void addCanvas(const PreparedPictures& pictures, std::size_t tile, std::array<Index, 2> cells,
                 std::vector<Feature>& out) const;

  ImagePreparation m_preparation;
  std::string m_name;
  PatchesSpec m_patches;                     ///< Of the stack that reads the images.
  std::optional<ConnectorSpec> m_connector;  ///< Of a model that has them in its text.
  std::int64_t m_imageId = -1;
  Index m_mostTiles = 0;  ///< Of a canvas, beyond which features are made fewer; 0: any number.
};

}  // namespace headlight
