import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { notFound } from "../../schema/kernel/errors.ts";
import { describeCubeNamed, describeCubes } from "../../warehouse/catalogue.ts";
import type { Cube } from "../../warehouse/query/cellset.ts";
import { RequiresAny } from "../access/requires.ts";
import type { RequestContext } from "../server/context.ts";
import { CUBE_PERMISSIONS } from "./cube-access.ts";
import { CubeType } from "./cube-catalogue.type.ts";
import { cubeContext } from "./cube-context.ts";

/** What can be asked; names that are hidden from the caller do not exist here either. */
@Resolver()
export class CubeCatalogueResolver {
  @Query(() => [CubeType], { description: "The cubes that the caller may ask." })
  @RequiresAny(CUBE_PERMISSIONS, "open")
  async cubes(
    @Ctx() context: RequestContext,
    @Arg("search", () => String, {
      nullable: true,
      description: "Only those in which a name or caption contains this text.",
    })
    search?: string,
  ): Promise<Cube[]> {
    return describeCubes(await cubeContext(context), search);
  }

  @Query(() => CubeType, {
    nullable: true,
    description: "A cube by name; NOT_FOUND where there is none for the caller.",
  })
  @RequiresAny(CUBE_PERMISSIONS, "open")
  async cube(
    @Ctx() context: RequestContext,
    @Arg("name", () => ID, { description: "Name of the cube." }) name: string,
  ): Promise<Cube> {
    const cube = await describeCubeNamed(await cubeContext(context, name), name);
    if (!cube) throw notFound({ zh: "多维数据集", en: "Cube" });
    return cube;
  }
}
